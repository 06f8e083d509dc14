import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import type { Keyset } from '../../../platform/database/pagination.rules.ts';
import { readCursor } from '../../../platform/events/event-cursor.reader.ts';
import { type PostPage, type PostRow, postColumns, postRow, type SelectedPost } from '../posts/post.reader.ts';
import { listedPosts } from '../posts/post.visibility.ts';

/** One page of a list that hangs on a parent, as the key of a batch. */
export interface PageWanted {
  readonly parent: string;
  readonly first: number;
  readonly after: Keyset | undefined;
}

export const pageKey = ({ parent, first, after }: PageWanted): string => JSON.stringify([parent, first, after ?? null]);

/** Batch keys as a table `wanted(key, parent, rows, at, id)`, `rows` one more than the page has. */
export function wantedPages(keys: readonly string[]) {
  const pages = keys.map((key) => {
    const [parent, first, after] = JSON.parse(key) as [string, number, Keyset | null];
    return { key, parent, rows: first + 1, at: after?.[0] ?? null, id: after?.[1] ?? null };
  });
  return sql`jsonb_to_recordset(${JSON.stringify(pages)}::jsonb)
    as wanted(key text, parent uuid, rows int, at timestamptz, id uuid)`;
}

/** Rows of several pages by their key, each cut to its length. */
export function cutPages<Row extends { key: string }>(
  keys: readonly string[],
  rows: readonly Row[],
): Map<string, { rows: Row[]; hasNextPage: boolean }> {
  const pages = new Map(keys.map((key) => [key, { rows: [] as Row[], hasNextPage: false }]));
  for (const row of rows) {
    const page = pages.get(row.key);
    const [, first] = JSON.parse(row.key) as [string, number];
    if (!page) continue;
    if (page.rows.length < first) page.rows.push(row);
    else page.hasNextPage = true;
  }
  return pages;
}

/** Pages of the posts of centres that the actor's lists have, by {@link pageKey}, the newest first. */
export async function readCentrePosts(ctx: Context, keys: readonly string[]): Promise<ReadonlyMap<string, PostPage>> {
  const cursor = await readCursor(ctx);
  const { rows } = await sql<SelectedPost & { key: string }>`
    select wanted.key, found.* from ${wantedPages(keys)} cross join lateral (
      select ${postColumns} from post
      where post.centre_id = wanted.parent and ${listedPosts(ctx.actor)}
        and (wanted.at is null or (post.created_at, post.id) < (wanted.at, wanted.id))
      order by post.created_at desc, post.id desc limit wanted.rows
    ) found order by wanted.key, found."createdKey" desc, found.id desc`.execute(db(ctx));
  const pages = [...cutPages(keys, rows)].map(([key, page]): [string, PostPage] => [
    key,
    {
      hasNextPage: page.hasNextPage,
      rows: page.rows.map(({ key: _key, ...row }): PostRow => postRow(row, cursor)),
      cursor,
    },
  ]);
  return new Map(pages);
}

/** How many posts of centres the actor's lists have, by centre. */
export async function countCentrePosts(
  ctx: Context,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ centre_id: string; count: number }>`
    select post.centre_id, count(*)::int as count from post
    where post.centre_id = any(${centreIds}::uuid[]) and ${listedPosts(ctx.actor)}
    group by post.centre_id`.execute(db(ctx));
  return new Map(rows.map(({ centre_id, count }) => [centre_id, count]));
}
