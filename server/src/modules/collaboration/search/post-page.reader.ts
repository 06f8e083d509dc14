import { type Context, db } from '../../../platform/context/context.ts';
import { readCursor } from '../../../platform/events/event-cursor.reader.ts';
import { type PostPage, postColumns, postFacts, postOf } from '../posts/post.reader.ts';
import { listedPosts } from '../posts/post.sql.ts';
import { cutPages, wantedPages } from './wanted-pages.sql.ts';

/** Pages of the posts of centres that the actor's lists have, by {@link pageKey}, the newest first. */
export async function readCentrePosts(ctx: Context, keys: readonly string[]): Promise<ReadonlyMap<string, PostPage>> {
  const cursor = await readCursor(ctx);
  const rows = await db(ctx)
    .selectFrom(wantedPages(keys))
    .innerJoinLateral(
      ({ selectFrom, ref }) =>
        selectFrom('post')
          .select(postColumns)
          .select(postFacts)
          .whereRef('post.centre_id', '=', 'wanted.parent')
          .where(listedPosts(ctx.actor))
          .where(({ eb, or, refTuple, tuple }) =>
            or([
              eb('wanted.at', 'is', null),
              eb(
                refTuple('post.created_at', 'post.id'),
                '<',
                tuple(ref('wanted.at').$notNull(), ref('wanted.id').$notNull()),
              ),
            ]),
          )
          .orderBy('post.created_at', 'desc')
          .orderBy('post.id', 'desc')
          .limit(ref('wanted.rows'))
          .as('found'),
      (join) => join.onTrue(),
    )
    .selectAll('found')
    .select('wanted.key')
    .orderBy('found.createdKey', 'desc')
    .orderBy('found.id', 'desc')
    .execute();
  return new Map(
    [...cutPages(keys, rows)].map(([key, page]) => [
      key,
      { ...page, rows: page.rows.map(({ key: _key, ...row }) => postOf(row, cursor)), cursor },
    ]),
  );
}

/** How many posts of centres the actor's lists have, by centre. */
export async function countCentrePosts(
  ctx: Context,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db(ctx)
    .selectFrom('post')
    .select(['post.centre_id as centreId', ({ fn }) => fn.countAll<string>().as('count')])
    .where('post.centre_id', 'in', [...centreIds])
    .where(listedPosts(ctx.actor))
    .groupBy('post.centre_id')
    .execute();
  return new Map(rows.map(({ centreId, count }) => [centreId ?? '', Number(count)]));
}
