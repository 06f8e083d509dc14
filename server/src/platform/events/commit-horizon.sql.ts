import { sql } from 'kysely';

/** The oldest running transaction of the whole database server: below it nothing changes any more. */
export const oldestRunning = sql`pg_snapshot_xmin(pg_current_snapshot())`;

/** The oldest running transaction but for those of other databases on the server, which write no log of ours. */
const oldestOfOurs = sql`coalesce((
  select running.xid from pg_snapshot_xip(pg_current_snapshot()) as running(xid)
  where not exists (
    select from pg_locks held join pg_stat_get_activity(null) backend on backend.pid = held.pid
    where held.locktype = 'transactionid' and held.mode = 'ExclusiveLock' and held.granted
      and held.transactionid = running.xid::xid
      and backend.datid <> (select oid from pg_database where datname = current_database()))
  order by running.xid limit 1), pg_snapshot_xmax(pg_current_snapshot()))`;

/**
 * The transaction below which the log is final. A running transaction holds its number as a lock from its
 * first write until after it has left the snapshot: one whose lock is seen belongs to the database of its
 * backend, one without is taken for ours. Without rows that wait the closer look is spared.
 */
export const settledXid = sql`(case
  when exists (select from logged_event where xid >= ${oldestRunning}) then ${oldestOfOurs}
  else ${oldestRunning} end)`;
