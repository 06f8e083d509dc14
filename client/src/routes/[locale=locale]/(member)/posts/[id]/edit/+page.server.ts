import { fail, redirect } from '@sveltejs/kit';
import { statusOf } from '#lib/api/errors.ts';
import { graphql } from '#lib/api/graphql.ts';
import { forbid } from '#lib/api/load.server.ts';
import { fields } from '#lib/forms/fields.server.ts';
import { href } from '#lib/i18n/locale.ts';

const PostToEdit = graphql(`
  query PostToEdit($id: ID!) {
    post(id: $id) { id kind title body language version viewerCan { edit } }
  }
`);
const EditPost = graphql(`mutation EditPost($input: EditPostInput!) { editPost(input: $input) { id } }`);

export const load = async (event) => {
  const { post } = await event.locals.graphql.query(PostToEdit, { id: event.params.id });
  if (!post.viewerCan.edit) forbid();
  return { post };
};

export const actions = {
  default: async (event) => {
    const { title, body, version } = await fields(event, 'title', 'body', 'version');
    const input = { postId: event.params.id, title, body, version: Number.parseInt(version, 10) || 0 };
    const result = await event.locals.graphql.mutate(EditPost, { input });
    if (!result.ok) return fail(statusOf[result.problem.code], { title, body, problem: result.problem });
    redirect(303, `${href(event.locals.locale, `/posts/${event.params.id}`)}?done=edited`);
  },
};
