import { type RawBuilder, sql } from 'kysely';
import { type Context, db, load } from '../../../platform/context/context.ts';
import { byType } from '../../../platform/events/define-event.ts';
import { readCursor } from '../../../platform/events/event-cursor.reader.ts';
import type { LogEntry } from '../../../platform/events/event-log.reader.ts';
import { postEdited, postPublished, postWithdrawn, replyAdded } from '../posts/post.events.ts';
import { mayRead } from '../posts/post.policy.ts';
import { type PostRow, postColumns, postRow, type SelectedPost } from '../posts/post.reader.ts';
import { type ReplyRow, readReplies } from '../replies/reply.reader.ts';
import { postsLike } from '../search/post-filter.reader.ts';
import type { PostFilter } from '../search/post-filter.rules.ts';
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
  const post = await findAny(ctx, subject.post, postsLike(ctx, filterFor(kind, filter)));
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
  const post = await findAny(ctx, postId, sql`true`);
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

/** A post whoever asks; it leaves this file only through `mayRead`. */
async function findAny(ctx: Context, id: string, condition: RawBuilder<unknown>): Promise<PostRow | undefined> {
  const cursor = await readCursor(ctx);
  const { rows } = await sql<SelectedPost>`
    select ${postColumns} from post where post.id = ${id} and ${condition}`.execute(db(ctx));
  return rows[0] && postRow(rows[0], cursor);
}
