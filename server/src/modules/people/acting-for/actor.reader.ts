import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { type ActingFor, type Member, mayActFor } from '../../../access/actor.rules.ts';
import type { CentreRole } from '../../../access/roles.enums.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { DomainError } from '../../../shared/errors.ts';
import { instantOf } from '../../../shared/time/instant.ts';

interface ActorRow {
  name: string;
  email: string;
  email_verified: boolean;
  operator: boolean;
  memberships: { centreId: string; role: CentreRole }[];
  organisation_ids: string[];
  city_ids: string[];
}

/** The session behind a request, its person and every right that the person holds. */
export interface SessionActor {
  readonly member: Member;
  /** The language that the person chose. */
  readonly locale: string;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date;
}

interface SessionRow extends ActorRow {
  token: string;
  id: string;
  person_id: string;
  locale: string;
  expires_at: string;
  last_used_at: string;
  acting_organisation_id: string | null;
  acting_centre_id: string | null;
}

/** What a person is and may do at `now`, selected from `person`. */
function actorColumns(now: Date): RawBuilder<ActorRow> {
  const holds = sql`valid_from <= ${now} and (valid_until is null or valid_until > ${now})`;
  return sql`name, email, email_verified, operator,
      coalesce((select jsonb_agg(jsonb_build_object('centreId', centre_id, 'role', role) order by centre_id)
        from membership where person_id = person.id and ${holds}), '[]') as memberships,
      coalesce((select jsonb_agg(organisation_id order by organisation_id)
        from mandate where person_id = person.id and ${holds}), '[]') as organisation_ids,
      coalesce((select jsonb_agg(city_id order by city_id)
        from city_coordinator where person_id = person.id and ${holds}), '[]') as city_ids`;
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
  const { rows } = await sql<ActorRow>`
    select ${actorColumns(now)} from person where id = ${personId}`.execute(rowsOf(em));
  const [row] = rows;
  if (!row) throw new DomainError('SIGN_IN_REQUIRED');
  return memberOf(row, personId, sessionId, actingFor);
}

/**
 * The sessions with these digests of their tokens and all that {@link readActor} tells of their people, in one
 * statement; those that ended or never were are missing.
 */
export async function readSessionActors(
  database: Database,
  tokenDigests: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, SessionActor>> {
  const { rows } = await sql<SessionRow>`
    select token, session.id, person_id, locale, expires_at, last_used_at, acting_organisation_id, acting_centre_id,
      ${actorColumns(now)}
    from session join person on person.id = session.person_id
    where token = any(${sql.val([...tokenDigests])}::text[]) and expires_at > ${now}`.execute(database);
  return new Map(rows.map((row) => [row.token, sessionActorOf(row)]));
}

const sessionActorOf = (row: SessionRow): SessionActor => ({
  member: memberOf(row, row.person_id, row.id, choiceOf(row)),
  locale: row.locale,
  expiresAt: instantOf(row.expires_at),
  lastUsedAt: instantOf(row.last_used_at),
});

function choiceOf({ acting_organisation_id, acting_centre_id }: SessionRow): ActingFor | null {
  if (acting_organisation_id) return { kind: 'organisation', id: acting_organisation_id };
  return acting_centre_id ? { kind: 'centre', id: acting_centre_id } : null;
}

function memberOf(row: ActorRow, personId: string, sessionId: string, actingFor: ActingFor | null): Member {
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
