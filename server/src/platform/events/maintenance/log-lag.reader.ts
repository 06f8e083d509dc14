import { sql } from 'kysely';
import type { Database } from '../../database/tables.ts';
import { settledXid } from '../commit-horizon.sql.ts';

/** For how many seconds at `now` the oldest committed event waits for an older transaction to end; 0 where none does. */
export async function readLogLag(db: Database, now: Date): Promise<number> {
  const { rows } = await sql<{ lag: number }>`
    select coalesce(extract(epoch from ${now}::timestamptz - min(at)), 0)::float8 as lag
    from logged_event where xid >= ${settledXid}`.execute(db);
  return Math.max(0, rows[0]?.lag ?? 0);
}
