import { type RawBuilder, sql } from 'kysely';
import { type Actor, isInNetwork, isStaffAt, type Member } from '../../../access/actor.rules.ts';

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
    ...atCentres(
      centresOf(actor).filter((id) => isStaffAt(actor, id)),
      sql`post.state = 'withdrawn'`,
    ),
  ]);
}

/** Which rows of `post` stand in the actor's lists: those visible to them that were not withdrawn. */
export const listedPosts = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(post.state = 'open' and ${visiblePosts(actor)})`;

const centresOf = (actor: Member): string[] => actor.memberships.map(({ centreId }) => centreId);

const anyOf = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(conditions, sql` or `)})`;

const atCentres = (ids: readonly string[], condition: RawBuilder<unknown>): RawBuilder<boolean>[] =>
  ids.length === 0 ? [] : [sql<boolean>`(${condition} and post.centre_id in (${sql.join(ids)}))`];
