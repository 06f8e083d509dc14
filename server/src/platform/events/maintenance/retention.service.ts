import { sql } from 'kysely';
import type { Database } from '../../database/tables.ts';
import { isAwaited } from '../consumers/awaited.sql.ts';
import { floorKey } from '../event-log.reader.ts';

/** How many days of events one can catch up with. */
export const keptDays = 7;

/**
 * Deletes the events older than `days` and moves the floor of the log in the same statement, so that a
 * cursor before it is told of the gap. Only a whole beginning of the log goes: an event in front of a
 * younger one stays, and so does what a consumer has still to handle. Returns how many went.
 */
export async function pruneEventLog(db: Database, now: Date, days = keptDays): Promise<number> {
  const oldest = new Date(now.getTime() - days * 86_400_000);
  const { rows } = await sql<{ count: number }>`
    with kept as (
      select xid, id from logged_event entry
      where at >= ${oldest}
        or exists (select from event_consumer consumer where ${isAwaited(sql`entry`, sql`consumer`)})
      order by xid, id limit 1
    ), pruned as (
      delete from logged_event
      where at < ${oldest}
        and xid < (select pg_snapshot_xmin(pg_current_snapshot()))
        and not exists (select from kept where (kept.xid, kept.id) <= (logged_event.xid, logged_event.id))
      returning xid, id
    ), last as (
      select xid, id from pruned order by xid desc, id desc limit 1
    ), floor as (
      insert into installation_fact (key, value)
      select ${floorKey}, jsonb_build_object('xid', xid::text, 'id', id::text) from last
      on conflict (key) do update set value = excluded.value
    )
    select count(*)::int as count from pruned`.execute(db);
  return rows[0]?.count ?? 0;
}
