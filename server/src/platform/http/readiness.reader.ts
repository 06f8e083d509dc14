import { migrations } from '@talka/migrations';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import { readLogLag } from '../events/maintenance/log-lag.reader.ts';

/** Seconds that live updates may be behind before another process should answer. */
const largestLag = 60;

/** Whether the database has every table that this release needs, and its event log moves. */
export async function isDatabaseReady(db: Database): Promise<boolean> {
  const names = migrations.map(({ name }) => name);
  const { rows } = await sql<{ ran: number }>`
    select count(distinct name)::int as ran from mikro_orm_migrations where name = any(${sql.val(names)}::text[])`.execute(
    db,
  );
  return rows[0]?.ran === names.length && (await readLogLag(db, new Date())) < largestLag;
}
