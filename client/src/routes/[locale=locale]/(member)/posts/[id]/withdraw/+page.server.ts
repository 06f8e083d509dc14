import { redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { goDone } from '#lib/api/done.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { forbid } from '#lib/api/load.server.ts';
import { whole } from '#lib/forms/schema.server.ts';
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
  default: action(
    z.object({ version: whole }),
    WithdrawPost,
    ({ version }, { params }) => ({ input: { postId: params.id, version } }),
    (_data, event) => goDone(event, `/posts/${event.params.id}`, 'withdrawn'),
  ),
};
