import { sql } from 'kysely';
import type { Database } from '../tables.ts';
import type { LogPosition } from './cursor.rules.ts';

/**
 * The newest place that no running transaction can still write below: everything at or before it is
 * visible to a statement that starts now.
 */
export async function readHead(db: Database): Promise<LogPosition> {
  const { rows } = await sql<{ xid: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(db);
  return { xid: BigInt(rows[0]?.xid ?? 0), id: 0n };
}
