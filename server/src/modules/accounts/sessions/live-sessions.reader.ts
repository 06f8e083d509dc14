import { sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';

/** Which of these sessions still hold at `now`, in one statement. */
export async function readLiveSessions(db: Database, ids: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from session where id = any(${sql.val([...ids])}::uuid[]) and expires_at > ${now}`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Whether the person with an address is signed in from a network at `now`. */
export async function isSignedInFrom(db: Database, email: string, network: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    select 1 from session join person on person.id = person_id
    where email = ${email} and ip_address = ${network} and expires_at > ${now} limit 1`.execute(db);
  return rows.length > 0;
}
