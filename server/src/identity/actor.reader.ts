import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { kept } from '../database/kept-plans.ts';
import { rowsOf } from '../database.ts';
import { DomainError } from '../errors.ts';
import { type ActingFor, type Member, mayActFor } from './actor.rules.ts';
import type { CentreRole } from './identity.rules.ts';

interface ActorRow {
  name: string;
  email: string;
  email_verified: boolean;
  operator: boolean;
  memberships: { centreId: string; role: CentreRole }[];
  organisation_ids: string[];
  city_ids: string[];
}

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
  const holds = sql`valid_from <= ${now} and (valid_until is null or valid_until > ${now})`;
  const { rows } = await sql<ActorRow>`${kept}
    select name, email, email_verified, operator,
      coalesce((select jsonb_agg(jsonb_build_object('centreId', centre_id, 'role', role) order by centre_id)
        from membership where person_id = person.id and ${holds}), '[]') as memberships,
      coalesce((select jsonb_agg(organisation_id order by organisation_id)
        from mandate where person_id = person.id and ${holds}), '[]') as organisation_ids,
      coalesce((select jsonb_agg(city_id order by city_id)
        from city_coordinator where person_id = person.id and ${holds}), '[]') as city_ids
    from person where id = ${personId}`.execute(rowsOf(em));
  const row = rows[0];
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
    organisationIds: row.organisation_ids,
    cityIds: row.city_ids,
    actingFor: null,
  };
  return { ...member, actingFor: actingFor && mayActFor(member, actingFor) ? actingFor : null };
}
