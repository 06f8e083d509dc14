import type { RawBuilder } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { type Keyset, type PageOf, pageOf } from '../../../platform/database/paging/pagination.rules.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { readCursor } from '../../../platform/events/event-cursor.reader.ts';
import { notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import type { PostOrder } from './post.enums.ts';
import { exactMoment, excerpt, listedPosts, visiblePosts } from './post.sql.ts';

/** What a post of any kind is shown by, but for its text, which lists do without. */
export const postColumns = [
  'post.id',
  'post.kind',
  'post.title',
  'post.language',
  'post.audience',
  'post.state',
  'post.version',
  'post.city_id as cityId',
  'post.centre_id as centreId',
  'post.author_id as authorId',
  'post.organisation_id as organisationId',
  'post.acting_centre_id as actingCentreId',
  'post.subject',
  'post.terms',
  'post.quantity',
  'post.valid_until as validUntil',
  'post.place',
  'post.remote',
  'post.zone',
  'post.seats',
  'post.created_at as createdAt',
  'post.edited_at as editedAt',
  'post.starts_at as startsAt',
  'post.ends_at as endsAt',
] as const;

/** What is computed of a post: its beginning, and the sort values of lists. */
export const postFacts = [
  excerpt.as('excerpt'),
  exactMoment('post.created_at').as('createdKey'),
  exactMoment('post.starts_at').as('startsKey'),
] as const;

const selectPosts = (database: Database) => database.selectFrom('post').select(postColumns).select(postFacts);

type StoredPost = Awaited<ReturnType<ReturnType<typeof selectPosts>['execute']>>[number];

/** A post of any kind; what its kind does not have is null. */
export type PostRow = ReturnType<typeof postOf>;

/** A post as it is shown; `cursor` is the place in the stream of events from before it was read. */
export const postOf = (stored: StoredPost, cursor: string) => ({
  ...stored,
  centreId: stored.centreId ?? null,
  authorId: stored.authorId ?? null,
  organisationId: stored.organisationId ?? null,
  actingCentreId: stored.actingCentreId ?? null,
  cursor,
});

/** Posts by id that the actor may read. */
export async function readPosts(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, PostRow>> {
  const cursor = await readCursor(ctx);
  const rows = await selectPosts(db(ctx))
    .where('post.id', 'in', [...ids])
    .where(visiblePosts(ctx.actor))
    .execute();
  return new Map(rows.map((row) => [row.id, postOf(row, cursor)]));
}

/** One post that the actor may read. Throws NOT_FOUND, also for what is no id at all. */
export async function findPost(ctx: Context, id: string): Promise<PostRow> {
  const post = isId(id) ? await load(ctx, readPosts, id) : undefined;
  if (!post) throw notFound();
  return post;
}

/** A post that meets a condition, whoever asks; what is shown of it is decided by `mayRead`. */
export async function findAnyPost(
  ctx: Context,
  id: string,
  condition?: RawBuilder<boolean>,
): Promise<PostRow | undefined> {
  const cursor = await readCursor(ctx);
  const query = selectPosts(db(ctx)).where('post.id', '=', id);
  const row = await (condition ? query.where(condition) : query).executeTakeFirst();
  return row && postOf(row, cursor);
}

export interface PostPage extends PageOf<PostRow> {
  readonly cursor: string;
}

interface WantedList {
  readonly condition: RawBuilder<boolean>;
  readonly order: PostOrder;
  readonly first: number;
  readonly after: Keyset | undefined;
}

/** A page of the actor's list of posts that meet a condition over `post`. */
export async function listPosts(ctx: Context, { condition, order, first, after }: WantedList): Promise<PostPage> {
  const cursor = await readCursor(ctx);
  const [column, direction, behind] =
    order === 'soonest' ? (['post.starts_at', 'asc', '>'] as const) : (['post.created_at', 'desc', '<'] as const);
  let query = selectPosts(db(ctx))
    .where(listedPosts(ctx.actor))
    .where(condition)
    .orderBy(column, direction)
    .orderBy('post.id', direction)
    .limit(first + 1);
  if (after) {
    const [at, id] = after.slice(-2).map(String) as [string, string];
    query = query.where(({ eb, refTuple, tuple, cast, val }) =>
      // To the microsecond, which no `Date` holds.
      eb(refTuple(column, 'post.id'), behind, tuple(cast<Date>(val(at), 'timestamptz'), val(id))),
    );
  }
  const page = pageOf(await query.execute(), first);
  return { hasNextPage: page.hasNextPage, rows: page.rows.map((row) => postOf(row, cursor)), cursor };
}

/** How many posts the actor's list has that meet a condition over `post`; counting ends at `most`, if given. */
export async function countPosts(ctx: Context, condition: RawBuilder<boolean>, most?: number): Promise<number> {
  const found = db(ctx).selectFrom('post').select('post.id').where(listedPosts(ctx.actor)).where(condition);
  const { count } = await db(ctx)
    .selectFrom((most === undefined ? found : found.limit(most)).as('found'))
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Keys of the equipment types of posts, by post, in their order. */
export async function readPostEquipmentTypes(
  ctx: Context,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db(ctx)
    .selectFrom('post_equipment_type')
    .select(['post_id', 'type_key'])
    .where('post_id', 'in', [...postIds])
    .orderBy('type_key')
    .execute();
  const byPost = Map.groupBy(rows, ({ post_id }) => post_id);
  return new Map([...byPost].map(([post, types]) => [post, types.map(({ type_key }) => type_key)]));
}
