import type { EntityDTO } from '@mikro-orm/core';
import { type RawBuilder, sql } from 'kysely';
import { type Context, db, load } from '../../../platform/context/context.ts';
import { type Keyset, type PageOf, pageOf } from '../../../platform/database/pagination.rules.ts';
import { readCursor } from '../../../platform/events/event-cursor.reader.ts';
import { notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import type { Post } from './post.entity.ts';
import type { GuardedPost } from './post.policy.ts';
import { listedPosts, visiblePosts } from './post.visibility.ts';

/** A post of any kind; what its kind does not have is null. */
export interface PostRow extends GuardedPost, PostFacts {
  readonly cityId: string;
  /** The beginning of its text as plain text. */
  readonly excerpt: string;
  /** `createdAt` to the microsecond, ISO 8601: the sort value of lists. */
  readonly createdKey: string;
  /** The place in the stream of events from before the row was read. */
  readonly cursor: string;
}
type PostFacts = Pick<
  EntityDTO<Post>,
  | ('id' | 'kind' | 'title' | 'language' | 'createdAt' | 'editedAt' | 'version')
  | ('subject' | 'terms' | 'quantity' | 'validUntil' | 'place' | 'remote' | 'startsAt' | 'endsAt' | 'zone' | 'seats')
>;

type Times = 'createdAt' | 'editedAt' | 'startsAt' | 'endsAt';
/** As selected: times are milliseconds since the epoch. */
export type SelectedPost = Omit<PostRow, Times | 'cursor'> & Record<Times, number | null>;

const milliseconds = (column: string) => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;

/** The columns of a {@link SelectedPost}, for a statement in which the table is called `post`. */
export const postColumns = sql`
  post.id, post.kind, post.title, post.language, post.audience, post.state, post.version,
  coalesce(post.excerpt, left(post.body, 220)) as excerpt,
  post.city_id as "cityId", post.centre_id as "centreId", post.author_id as "authorId",
  post.organisation_id as "organisationId", post.acting_centre_id as "actingCentreId",
  post.subject, post.terms, post.quantity, post.valid_until as "validUntil",
  post.place, post.remote, post.zone, post.seats,
  ${milliseconds('post.created_at')} as "createdAt", ${milliseconds('post.edited_at')} as "editedAt",
  ${milliseconds('post.starts_at')} as "startsAt", ${milliseconds('post.ends_at')} as "endsAt",
  ${isoInstant('post.created_at')} as "createdKey"`;

/** A time to the microsecond, as ISO 8601 in UTC. */
export function isoInstant(column: string): RawBuilder<string> {
  return sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

export const postRow = ({ createdAt, editedAt, startsAt, endsAt, ...rest }: SelectedPost, cursor: string): PostRow => ({
  ...rest,
  cursor,
  createdAt: new Date(createdAt ?? 0),
  editedAt: editedAt === null ? null : new Date(editedAt),
  startsAt: startsAt === null ? null : new Date(startsAt),
  endsAt: endsAt === null ? null : new Date(endsAt),
});

/** Posts by id that the actor may read. */
export async function readPosts(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, PostRow>> {
  const cursor = await readCursor(ctx);
  const { rows } = await sql<SelectedPost>`
    select ${postColumns} from post
    where post.id in (${sql.join(ids)}) and ${visiblePosts(ctx.actor)}`.execute(db(ctx));
  return new Map(rows.map((row) => [row.id, postRow(row, cursor)]));
}

/** One post that the actor may read. Throws NOT_FOUND, also for what is no id at all. */
export async function findPost(ctx: Context, id: string): Promise<PostRow> {
  const post = isId(id) ? await load(ctx, readPosts, id) : undefined;
  if (!post) throw notFound();
  return post;
}

export interface PostPage extends PageOf<PostRow> {
  readonly cursor: string;
}

/** A page of the actor's list of posts that meet a condition over `post`, the newest first. */
export async function listPosts(
  ctx: Context,
  wanted: { condition: RawBuilder<boolean>; first: number; after: Keyset | undefined },
): Promise<PostPage> {
  const cursor = await readCursor(ctx);
  const [at, id] = wanted.after ?? [];
  const behind = wanted.after ? sql`(post.created_at, post.id) < (${at}::timestamptz, ${id}::uuid)` : sql`true`;
  const { rows } = await sql<SelectedPost>`
    select ${postColumns} from post
    where ${listedPosts(ctx.actor)} and ${wanted.condition} and ${behind}
    order by post.created_at desc, post.id desc limit ${wanted.first + 1}`.execute(db(ctx));
  const page = pageOf(rows, wanted.first);
  return { hasNextPage: page.hasNextPage, rows: page.rows.map((row) => postRow(row, cursor)), cursor };
}

/** How many posts the actor's list has that meet a condition over `post`; counting ends at `most`, if given. */
export async function countPosts(ctx: Context, condition: RawBuilder<boolean>, most?: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from post where ${listedPosts(ctx.actor)} and ${condition} ${most === undefined ? sql`` : sql`limit ${most}`}
    ) found`.execute(db(ctx));
  return rows[0]?.count ?? 0;
}

/** Keys of the equipment types of posts, by post. */
export async function readPostEquipmentTypes(
  ctx: Context,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ post_id: string; keys: string[] }>`
    select post_id, array_agg(type_key order by type_key) as keys from post_equipment_type
    where post_id in (${sql.join(postIds)}) group by post_id`.execute(db(ctx));
  return new Map(rows.map(({ post_id, keys }) => [post_id, keys]));
}
