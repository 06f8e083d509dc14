import { type Context, db } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import type { PageOf } from '../../../platform/database/paging/pagination.rules.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { notFound } from '../../../shared/errors.ts';
import { exactMoment, visiblePosts } from '../posts/post.sql.ts';
import { cutPages, wantedPages } from '../search/wanted-pages.sql.ts';
import { renderText } from '../text/written-text.ts';

const replyColumns = [
  'reply.id',
  'reply.post_id as postId',
  'reply.author_id as authorId',
  'reply.organisation_id as organisationId',
  'reply.acting_centre_id as actingCentreId',
  'reply.body',
  'reply.body_html as bodyHtml',
  'reply.created_at as createdAt',
] as const;

/** The sort value of lists. */
const createdKey = exactMoment('reply.created_at').as('createdKey');

const selectReplies = (database: Database) =>
  database
    .selectFrom('reply')
    .innerJoin('post', 'post.id', 'reply.post_id')
    .select([...replyColumns, createdKey]);

type StoredReply = Awaited<ReturnType<ReturnType<typeof selectReplies>['execute']>>[number];

export type ReplyRow = ReturnType<typeof replyOf>;

const replyOf = (stored: StoredReply) => ({
  ...stored,
  authorId: stored.authorId ?? null,
  organisationId: stored.organisationId ?? null,
  actingCentreId: stored.actingCentreId ?? null,
  bodyHtml: stored.bodyHtml ?? renderText(stored.body).bodyHtml,
});

/** Replies by id to posts that the actor may read. */
export async function readReplies(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, ReplyRow>> {
  const rows = await selectReplies(db(ctx))
    .where('reply.id', 'in', [...ids])
    .where(visiblePosts(ctx.actor))
    .execute();
  return new Map(rows.map((row) => [row.id, replyOf(row)]));
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
  const rows = await db(ctx)
    .selectFrom(wantedPages(keys))
    .innerJoin('post', 'post.id', 'wanted.parent')
    .innerJoinLateral(
      ({ selectFrom, ref }) =>
        selectFrom('reply')
          .select([...replyColumns, createdKey])
          .whereRef('reply.post_id', '=', 'post.id')
          .where(({ eb, or, refTuple, tuple }) =>
            or([
              eb('wanted.at', 'is', null),
              eb(
                refTuple('reply.created_at', 'reply.id'),
                '>',
                tuple(ref('wanted.at').$notNull(), ref('wanted.id').$notNull()),
              ),
            ]),
          )
          .orderBy('reply.created_at')
          .orderBy('reply.id')
          .limit(ref('wanted.rows'))
          .as('found'),
      (join) => join.onTrue(),
    )
    .where(visiblePosts(ctx.actor))
    .selectAll('found')
    .select('wanted.key')
    .orderBy('found.createdKey')
    .orderBy('found.id')
    .execute();
  return new Map(
    [...cutPages(keys, rows)].map(([key, page]) => [
      key,
      { ...page, rows: page.rows.map(({ key: _key, ...row }) => replyOf(row)) },
    ]),
  );
}

/** How many replies posts have that the actor may read, by post. */
export async function countReplies(ctx: Context, postIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db(ctx)
    .selectFrom('reply')
    .innerJoin('post', 'post.id', 'reply.post_id')
    .select(['reply.post_id as postId', ({ fn }) => fn.countAll<string>().as('count')])
    .where('post.id', 'in', [...postIds])
    .where(visiblePosts(ctx.actor))
    .groupBy('reply.post_id')
    .execute();
  return new Map(rows.map(({ postId, count }) => [postId, Number(count)]));
}
