import { sql } from 'kysely';
import type { Database } from '../../database/tables.ts';
import { isAwaited } from '../consumers/awaited.sql.ts';
import { floorKey } from '../event-log.reader.ts';

/**
 * Makes a log usable whose rows name transactions that this database server has not reached, as after
 * restoring a dump elsewhere: they would wait for that number, and what happens now would come before
 * them. They keep their order; every cursor given out before meets a gap, and consumers may handle some of them again.
 * Returns whether it had to.
 */
export async function adoptRestoredLog(db: Database): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    with next as (
      select pg_snapshot_xmax(pg_current_snapshot()) as xid
    ), strange as (
      select exists (select from logged_event where xid >= (select xid from next)) as log
    ), consumers as (
      -- Before the first event that each has still to handle, of those that it may handle again.
      update event_consumer consumer set xid = pg_current_xact_id(), event_id = coalesce(
        (select min(entry.id) - 1 from logged_event entry where ${isAwaited(sql`entry`, sql`consumer`)}),
        (select max(id) from logged_event), 0)
      where (select log from strange) or consumer.xid >= (select xid from next)
    ), adopted as (
      update logged_event set xid = pg_current_xact_id() where (select log from strange)
      returning xid
    ), floor as (
      insert into installation_fact (key, value)
      select ${floorKey}, jsonb_build_object('xid', xid::text, 'id', '0') from adopted limit 1
      on conflict (key) do update set value = excluded.value
    )
    select count(*)::int as count from adopted`.execute(db);
  return (rows[0]?.count ?? 0) > 0;
}
