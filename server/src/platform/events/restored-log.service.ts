import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import { floorKey } from './event-log.reader.ts';

/**
 * Makes a log usable whose rows name transactions that this database server has not reached, as after
 * restoring a dump elsewhere: they would wait for that number, and what happens now would come before
 * them. They keep their order; every cursor given out before meets a gap. Returns whether it had to.
 */
export async function adoptRestoredLog(db: Database): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    with adopted as (
      update logged_event set xid = pg_current_xact_id()
      where exists (
        select from logged_event as foreign_event
        where foreign_event.xid >= (select pg_snapshot_xmax(pg_current_snapshot())))
      returning xid
    ), floor as (
      insert into installation_fact (key, value)
      select ${floorKey}, jsonb_build_object('xid', xid::text, 'id', '0') from adopted limit 1
      on conflict (key) do update set value = excluded.value
    )
    select count(*)::int as count from adopted`.execute(db);
  return (rows[0]?.count ?? 0) > 0;
}
