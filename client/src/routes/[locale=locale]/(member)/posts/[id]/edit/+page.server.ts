import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { goDone } from '#lib/api/done.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { forbid } from '#lib/api/load.server.ts';
import { text, whole } from '#lib/forms/schema.server.ts';

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
  default: action(
    z.object({ title: text, body: text, version: whole }),
    EditPost,
    (changed, { params }) => ({ input: { postId: params.id, ...changed } }),
    (_data, event) => goDone(event, `/posts/${event.params.id}`, 'edited'),
  ),
};
