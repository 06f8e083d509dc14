import { type RawBuilder, sql } from 'kysely';
import { type Actor, isInNetwork, type Member } from '../../../access/actor.rules.ts';
import { centresWhereMay } from '../../../access/rights.rules.ts';
import type { PostOrder } from './post.enums.ts';

/**
 * Which rows of `post` the actor may read: `mayRead` in SQL, for a statement in which the table is called
 * `post`. Single posts, replies, counts and subscriptions use it as it is.
 */
export function visiblePosts(actor: Actor): RawBuilder<boolean> {
  const isPublic = sql<boolean>`(post.state = 'open' and post.audience = 'public')`;
  if (actor.kind === 'visitor') return isPublic;
  return anyOf([
    isPublic,
    sql<boolean>`post.author_id = ${actor.personId}`,
    ...(isInNetwork(actor) ? [sql<boolean>`(post.state = 'open' and post.audience = 'network')`] : []),
    ...atCentres(centresOf(actor), sql`post.state = 'open' and post.audience = 'members'`),
    ...atCentres(centresWhereMay(actor, 'moderate-posts'), sql`post.state = 'withdrawn'`),
  ]);
}

/** Which rows of `post` stand in the actor's lists: those visible to them that were not withdrawn. */
export const listedPosts = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(post.state = 'open' and ${visiblePosts(actor)})`;

/** What of a condition an order lists: only an event has a day. */
export const inOrder = (order: PostOrder, condition: RawBuilder<boolean>): RawBuilder<boolean> =>
  order === 'soonest' ? sql`(post.starts_at is not null and ${condition})` : condition;

const centresOf = (actor: Member): string[] => actor.memberships.map(({ centreId }) => centreId);

const anyOf = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(conditions, sql` or `)})`;

const atCentres = (ids: readonly string[], condition: RawBuilder<unknown>): RawBuilder<boolean>[] =>
  ids.length === 0 ? [] : [sql<boolean>`(${condition} and post.centre_id in (${sql.join(ids)}))`];

/** A time to the microsecond, as ISO 8601 in UTC: a `Date` would put neighbours of a list in one place. */
export const exactMoment = (column: string): RawBuilder<string> =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The beginning of a post's text; as it was typed until it is rendered. */
export const excerpt = sql<string>`coalesce(post.excerpt, left(post.body, 220))`;
