import { fail } from '@sveltejs/kit';
import { statusOf } from '#lib/api/errors.ts';
import { fields } from '#lib/forms/fields.server.ts';
import { AddReply, PostPage } from './post-page.ts';

const notices = ['published', 'edited', 'withdrawn'] as const;

export const load = async ({ locals, params, url }) => {
  const { post, me } = await locals.graphql.query(PostPage, { id: params.id, after: url.searchParams.get('after') });
  return {
    post,
    /** What search engines show below the title. */
    summary: post.excerpt,
    email: me?.email ?? null,
    notice: notices.find((notice) => notice === url.searchParams.get('done')),
    now: new Date().toISOString(),
    /** Makes repetitions of one reply recognisable, even after a lost answer. */
    key: crypto.randomUUID(),
  };
};

export const actions = {
  reply: async (event) => {
    const { body, key } = await fields(event, 'body', 'key');
    const input = { postId: event.params.id, body, idempotencyKey: key };
    const result = await event.locals.graphql.mutate(AddReply, { input });
    if (!result.ok) return fail(statusOf[result.problem.code], { body, key, problem: result.problem });
    return { replied: result.data.reply };
  },
};
