import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type ActingFor, type Member, mayActFor } from '../../../access/actor.rules.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { DomainError } from '../../../shared/errors.ts';
import { holdsAt } from '../memberships/holds.sql.ts';

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
  const row = await rowsOf(em)
    .selectFrom('person')
    .select((person) => [
      'name',
      'email',
      'email_verified',
      'operator',
      jsonArrayFrom(
        person
          .selectFrom('membership')
          .select(['centre_id as centreId', 'role'])
          .whereRef('person_id', '=', 'person.id')
          .where(holdsAt(now))
          .orderBy('centre_id'),
      ).as('memberships'),
      jsonArrayFrom(
        person
          .selectFrom('mandate')
          .select('organisation_id as id')
          .whereRef('person_id', '=', 'person.id')
          .where(holdsAt(now))
          .orderBy('organisation_id'),
      ).as('mandates'),
      jsonArrayFrom(
        person
          .selectFrom('city_coordinator')
          .select('city_id as id')
          .whereRef('person_id', '=', 'person.id')
          .where(holdsAt(now))
          .orderBy('city_id'),
      ).as('coordinations'),
    ])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!row) throw new DomainError('SIGN_IN_REQUIRED');
  const member: Member = {
    kind: 'member',
    personId,
    sessionId,
    name: row.name,
    email: row.email,
    emailVerified: row.email_verified,
    operator: row.operator,
    memberships: row.memberships,
    organisationIds: row.mandates.map(({ id }) => id),
    cityIds: row.coordinations.map(({ id }) => id),
    actingFor: null,
  };
  return { ...member, actingFor: actingFor && mayActFor(member, actingFor) ? actingFor : null };
}
