import type { EntityManager } from '@mikro-orm/postgresql';
import { mayActFor } from '../../../access/acting.policy.ts';
import type { ActingFor, Member } from '../../../access/actor.rules.ts';
import { type Context, db } from '../../../platform/context/context.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { DomainError } from '../../../shared/errors.ts';
import { type ActorRow, actorColumns } from './actor.sql.ts';

/**
 * A person with every right that holds at `now`, in one statement. A choice of whom to act for that no
 * longer holds is dropped. Throws SIGN_IN_REQUIRED where the account is gone.
 */
export async function readActor(
  em: EntityManager,
  personId: string,
  now: Date,
  actingFor: ActingFor | null,
  sessionId = '',
): Promise<Member> {
  const person = rowsOf(em).selectFrom('person').select(actorColumns(now)).where('id', '=', personId);
  const row = await person.executeTakeFirst();
  if (!row) throw new DomainError('SIGN_IN_REQUIRED');
  return memberOf(row, sessionId, actingFor);
}

/** People with every right that holds now, acting for themselves, in one statement; whose account is gone is missing. */
export async function readMembers(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Member>> {
  if (ids.length === 0) return new Map();
  const people = db(ctx)
    .selectFrom('person')
    .select(actorColumns(ctx.now))
    .where('id', 'in', [...ids]);
  return new Map((await people.execute()).map((row) => [row.personId, memberOf(row, '', null)]));
}

/** The person of a row with their rights; a choice of whom to act for that they have no right to is dropped. */
export function memberOf(row: ActorRow, sessionId: string, actingFor: ActingFor | null): Member {
  const member: Member = {
    kind: 'member',
    personId: row.personId,
    sessionId,
    name: row.name,
    email: row.email,
    emailVerified: row.emailVerified,
    operator: row.operator,
    memberships: row.memberships,
    organisationIds: row.mandates.map(({ id }) => id),
    cityIds: row.coordinations.map(({ id }) => id),
    actingFor: null,
  };
  return { ...member, actingFor: actingFor && mayActFor(member, actingFor) ? actingFor : null };
}
