import { error, fail, redirect } from '@sveltejs/kit';
import { statusOf } from '#lib/graphql/errors.ts';
import { graphql } from '#lib/graphql/graphql.ts';
import { href } from '#lib/i18n/locale.ts';
import { signInFirst } from '#lib/server/api.ts';
import { fields } from '#lib/server/fields.ts';

const PostToWithdraw = graphql(`
  query PostToWithdraw($id: ID!) { post(id: $id) { id title language version state viewerCan { withdraw } } me { email } }
`);
const WithdrawPost = graphql(
  `mutation WithdrawPost($input: WithdrawPostInput!) { withdrawPost(input: $input) { id } }`,
);

export const load = async (event) => {
  const { post, me } = await event.locals.graphql.query(PostToWithdraw, { id: event.params.id });
  if (post.state === 'WITHDRAWN') redirect(303, href(event.locals.locale, `/posts/${post.id}`));
  if (!me) signInFirst(event);
  if (!post.viewerCan.withdraw) error(403);
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
