import { sql } from 'kysely';
import type { Database } from '../tables.ts';

/** Which of these sessions still hold at `now`, in one statement. */
export async function readLiveSessions(db: Database, ids: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from session where id = any(${sql.val([...ids])}::uuid[]) and expires_at > ${now}`.execute(db);
  return new Set(rows.map((row) => row.id));
}
