import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { takeDone } from '#lib/api/done.server.ts';
import { text } from '#lib/forms/schema.server.ts';
import { freeNear } from './free-near.server.ts';
import { AddReply, PostPage } from './post-page.ts';

const notices = ['published', 'edited', 'withdrawn'] as const;

export const load = async (event) => {
  const { locals, params, url } = event;
  const { post, me } = await locals.graphql.query(PostPage, { id: params.id, after: url.searchParams.get('after') });
  const now = new Date();
  return {
    post,
    free: await freeNear(locals.graphql, post, now),
    /** What search engines show below the title. */
    summary: post.excerpt,
    email: me?.email ?? null,
    notice: takeDone(event, notices),
    now: now.toISOString(),
    /** Makes repetitions of one reply recognisable, even after a lost answer. */
    key: crypto.randomUUID(),
  };
};

export const actions = {
  reply: action(
    z.object({ body: text, key: text }),
    AddReply,
    ({ body, key }, { params }) => ({ input: { postId: params.id, body, idempotencyKey: key } }),
    ({ reply }) => ({ replied: reply }),
  ),
};
