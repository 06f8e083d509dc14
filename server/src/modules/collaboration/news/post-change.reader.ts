import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { byType } from '../../../platform/events/define-event.ts';
import type { LogEntry } from '../../../platform/events/event-log.reader.ts';
import { postEdited, postPublished, postWithdrawn, replyAdded } from '../posts/post.events.ts';
import { mayRead } from '../posts/post.policy.ts';
import { findAnyPost, type PostRow } from '../posts/post.reader.ts';
import { type ReplyRow, readReplies } from '../replies/reply.reader.ts';
import type { PostFilter } from '../search/post-filter.rules.ts';
import { postsLike } from '../search/post-filter.sql.ts';
import { filterFor, type PostChangeKind } from './post-change.rules.ts';

const kinds = {
  [postPublished.type]: 'published',
  [postEdited.type]: 'edited',
  [postWithdrawn.type]: 'withdrawn',
  [replyAdded.type]: 'replied',
} as const satisfies Record<string, PostChangeKind>;

/** What an event of the log changed about a post; undefined where it is about something else. */
export const postChangeKindOf = (entry: LogEntry): PostChangeKind | undefined => byType(kinds, entry);

export interface PostChangeRow {
  readonly kind: PostChangeKind;
  readonly post: PostRow;
  readonly reply: ReplyRow | null;
}

/**
 * What an event changed about a post that meets the filter; undefined where that is not for the actor. Who may
 * no longer read a withdrawn post learns that it was withdrawn, without its words.
 */
export async function readPostChange(
  ctx: Context,
  entry: LogEntry,
  filter: PostFilter,
): Promise<PostChangeRow | undefined> {
  const { subject } = entry;
  const kind = postChangeKindOf(entry);
  if (!kind || !subject.post) return undefined;
  const post = await findAnyPost(ctx, subject.post, postsLike(ctx, filterFor(kind, filter)));
  if (!post) return undefined;
  if (!mayRead(ctx.actor, post)) {
    return kind === 'withdrawn' && mayReadOnceOpen(ctx, post)
      ? { kind, post: withoutWords(post), reply: null }
      : undefined;
  }
  if (kind !== 'replied') return { kind, post, reply: null };
  const reply = subject.reply === undefined ? undefined : await load(ctx, readReplies, subject.reply);
  return reply && { kind, post, reply };
}

/** Whether the actor still belongs to those for whom the post was written, withdrawn or not. */
export async function readMayFollow(ctx: Context, postId: string): Promise<boolean> {
  const post = await findAnyPost(ctx, postId);
  return post !== undefined && mayReadOnceOpen(ctx, post);
}

const mayReadOnceOpen = (ctx: Context, post: PostRow): boolean => mayRead(ctx.actor, { ...post, state: 'open' });

const withoutWords = (post: PostRow): PostRow => ({
  ...post,
  title: '',
  excerpt: '',
  quantity: null,
  place: null,
  authorId: null,
  organisationId: null,
  actingCentreId: null,
});
