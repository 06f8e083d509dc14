import { fail, redirect } from '@sveltejs/kit';
import { statusOf } from '#lib/api/errors.ts';
import { graphql } from '#lib/api/graphql.ts';
import { forbid } from '#lib/api/load.server.ts';
import { fields } from '#lib/forms/fields.server.ts';
import { href } from '#lib/i18n/locale.ts';

const PostToWithdraw = graphql(`
  query PostToWithdraw($id: ID!) { post(id: $id) { id title language version state viewerCan { withdraw } } }
`);
const WithdrawPost = graphql(
  `mutation WithdrawPost($input: WithdrawPostInput!) { withdrawPost(input: $input) { id } }`,
);

export const load = async (event) => {
  const { post } = await event.locals.graphql.query(PostToWithdraw, { id: event.params.id });
  if (post.state === 'WITHDRAWN') redirect(303, href(event.locals.locale, `/posts/${post.id}`));
  if (!post.viewerCan.withdraw) forbid();
  return { post };
};

export const actions = {
  default: async (event) => {
    const { version } = await fields(event, 'version');
    const input = { postId: event.params.id, version: Number.parseInt(version, 10) || 0 };
    const result = await event.locals.graphql.mutate(WithdrawPost, { input });
    if (!result.ok) return fail(statusOf[result.problem.code], { problem: result.problem });
    redirect(303, `${href(event.locals.locale, `/posts/${event.params.id}`)}?done=withdrawn`);
  },
};
