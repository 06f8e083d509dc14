import type { Database } from '../../../platform/database/tables.ts';

/** Which of these sessions still hold at `now`, in one statement. */
export async function readLiveSessions(db: Database, ids: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('session')
    .select('id')
    .where('id', 'in', ids)
    .where('expires_at', '>', now)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Whether the person with an address is signed in from a network at `now`. */
export async function isSignedInFrom(db: Database, email: string, network: string, now: Date): Promise<boolean> {
  const session = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select('session.id')
    .where('email', '=', email)
    .where('ip_address', '=', network)
    .where('expires_at', '>', now)
    .limit(1)
    .executeTakeFirst();
  return session !== undefined;
}
