import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { type Keyset, type PageOf, pageOf } from '../../../platform/database/paging/pagination.rules.ts';
import { holdsAt } from '../../people/memberships/holds.sql.ts';
import { type MembershipRow, readMembershipsById } from '../../people/memberships/membership.reader.ts';

/** Which members: those of a centre, with these letters in their name where any are given. */
export interface MembersOf {
  readonly centreId: string;
  readonly name: string;
}

/** Letters as a pattern finds them, none of them a wildcard. */
const pattern = (letters: string) => `%${letters.replaceAll(/[\\%_]/g, '\\$&')}%`;

const membersOf = (ctx: Context, { centreId, name }: MembersOf) =>
  db(ctx)
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('membership.centre_id', '=', centreId)
    .where(holdsAt(ctx.now))
    .$if(name !== '', (query) => query.where(sql<boolean>`person.name ilike ${pattern(name)}`));

/** A membership in the list, with its place in it. */
export interface MemberRow {
  readonly membership: MembershipRow;
  readonly keyset: Keyset;
}

/** One page of those who belong to a centre now, by name. */
export async function listMembers(
  ctx: Context,
  of: MembersOf,
  { first, after }: { readonly first: number; readonly after: Keyset | undefined },
): Promise<PageOf<MemberRow>> {
  let query = membersOf(ctx, of)
    .select(['membership.id', 'person.name'])
    .orderBy('person.name')
    .orderBy('membership.id')
    .limit(first + 1);
  if (after) {
    const [name, id] = [String(after[0]), String(after[1])];
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('person.name', 'membership.id'), '>', tuple(name, id)),
    );
  }
  const found = await query.execute();
  const ids = found.map(({ id }) => id);
  const rows = ids.length === 0 ? new Map<string, MembershipRow>() : await readMembershipsById(ctx, ids);
  return pageOf(
    found.flatMap(({ id, name }) => {
      const membership = rows.get(id);
      return membership ? [{ membership, keyset: [name, id] }] : [];
    }),
    first,
  );
}

/** How many belong to a centre now. */
export async function countMembers(ctx: Context, of: MembersOf): Promise<number> {
  const { count } = await membersOf(ctx, of)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
