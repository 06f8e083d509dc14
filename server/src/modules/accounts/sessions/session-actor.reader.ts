import type { EntityManager } from '@mikro-orm/postgresql';
import type { ActingFor, Member } from '../../../access/actor.rules.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { memberOf } from '../../people/acting-for/actor.reader.ts';
import { actorColumns } from '../../people/acting-for/actor.sql.ts';

/**
 * The person of a session with every right that holds at `now`, in one statement; undefined where the session has
 * ended or the account is gone.
 */
export async function readSessionActor(em: EntityManager, sessionId: string, now: Date): Promise<Member | undefined> {
  const row = await rowsOf(em)
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(actorColumns(now))
    .select(['acting_organisation_id as organisationId', 'acting_centre_id as centreId'])
    .where('session.id', '=', sessionId)
    .where('session.expires_at', '>', now)
    .executeTakeFirst();
  return row && memberOf(row, sessionId, choiceOf(row));
}

interface Choice {
  readonly organisationId?: string | null;
  readonly centreId?: string | null;
}

function choiceOf({ organisationId, centreId }: Choice): ActingFor | null {
  if (organisationId) return { kind: 'organisation', id: organisationId };
  return centreId ? { kind: 'centre', id: centreId } : null;
}
