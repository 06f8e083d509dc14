import type { EntityDTO } from '@mikro-orm/core';
import { sql } from 'kysely';
import { type Context, db, load } from '../../../platform/context/context.ts';
import type { PageOf } from '../../../platform/database/pagination.rules.ts';
import { notFound } from '../../../shared/errors.ts';
import type { Reply } from '../posts/post.entity.ts';
import { isoInstant } from '../posts/post.reader.ts';
import { visiblePosts } from '../posts/post.visibility.ts';
import { cutPages, wantedPages } from '../search/post-page.reader.ts';
import { renderText } from '../text/written-text.ts';

export interface ReplyRow extends Pick<EntityDTO<Reply>, 'id' | 'body' | 'createdAt'> {
  readonly bodyHtml: string;
  readonly postId: string;
  readonly authorId: string | null;
  readonly organisationId: string | null;
  readonly actingCentreId: string | null;
  /** `createdAt` to the microsecond, ISO 8601: the sort value of lists. */
  readonly createdKey: string;
}

type SelectedReply = Omit<ReplyRow, 'createdAt' | 'bodyHtml'> & { readonly bodyHtml: string | null };

const replyColumns = sql`
  reply.id, reply.post_id as "postId", reply.author_id as "authorId", reply.organisation_id as "organisationId",
  reply.acting_centre_id as "actingCentreId", reply.body,
  reply.body_html as "bodyHtml", ${isoInstant('reply.created_at')} as "createdKey"`;

const replyRow = (reply: SelectedReply): ReplyRow => ({
  ...reply,
  bodyHtml: reply.bodyHtml ?? renderText(reply.body).bodyHtml,
  createdAt: new Date(reply.createdKey),
});

/** Replies by id to posts that the actor may read. */
export async function readReplies(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, ReplyRow>> {
  const { rows } = await sql<SelectedReply>`
    select ${replyColumns} from reply join post on post.id = reply.post_id
    where reply.id in (${sql.join(ids)}) and ${visiblePosts(ctx.actor)}`.execute(db(ctx));
  return new Map(rows.map((row) => [row.id, replyRow(row)]));
}

/** One reply to a post that the actor may read. Throws NOT_FOUND. */
export async function findReply(ctx: Context, id: string): Promise<ReplyRow> {
  const reply = await load(ctx, readReplies, id);
  if (!reply) throw notFound();
  return reply;
}

/** Pages of the replies to posts that the actor may read, by `pageKey`, the oldest first. */
export async function readReplyPages(
  ctx: Context,
  keys: readonly string[],
): Promise<ReadonlyMap<string, PageOf<ReplyRow>>> {
  const { rows } = await sql<SelectedReply & { key: string }>`
    select wanted.key, found.* from ${wantedPages(keys)}
    join post on post.id = wanted.parent and ${visiblePosts(ctx.actor)}
    cross join lateral (
      select ${replyColumns} from reply
      where reply.post_id = post.id
        and (wanted.at is null or (reply.created_at, reply.id) > (wanted.at, wanted.id))
      order by reply.created_at, reply.id limit wanted.rows
    ) found order by wanted.key, found."createdKey", found.id`.execute(db(ctx));
  const pages = [...cutPages(keys, rows)].map(([key, page]): [string, PageOf<ReplyRow>] => [
    key,
    { hasNextPage: page.hasNextPage, rows: page.rows.map(({ key: _key, ...row }) => replyRow(row)) },
  ]);
  return new Map(pages);
}

/** How many replies posts have that the actor may read, by post. */
export async function countReplies(ctx: Context, postIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ post_id: string; count: number }>`
    select reply.post_id, count(*)::int as count from reply join post on post.id = reply.post_id
    where post.id in (${sql.join(postIds)}) and ${visiblePosts(ctx.actor)}
    group by reply.post_id`.execute(db(ctx));
  return new Map(rows.map(({ post_id, count }) => [post_id, count]));
}
