import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import { oldestRunning, settledXid } from './commit-horizon.sql.ts';
import { comparePositions, type LogPosition } from './cursor.rules.ts';

/** One row of the event log. */
export interface LogEntry extends LogPosition {
  readonly at: Date;
  /** `subject.pastTense`, such as `booking.moved`. */
  readonly type: string;
  readonly topics: readonly string[];
  /** Ids and other facts of the subjects by role. */
  readonly subject: Readonly<Record<string, string>>;
  readonly audiences: readonly string[];
  readonly actorId: string | null;
}

/** What follows a place in the log. */
export interface LogPage {
  readonly entries: readonly LogEntry[];
  /** As many as were asked for; there may be more. */
  readonly full: boolean;
  /** Everything before this place is final: no running transaction can still write below it. */
  readonly head: LogPosition;
  /** Rows are committed that wait for an older transaction to end before they may be read. */
  readonly pending: boolean;
  /** The place asked for is no longer, or not yet, in the log: entries after it may be missing. */
  readonly gap: boolean;
}

/** The key of the installation's fact that tells the newest place pruned away. */
export const floorKey = 'live.floor';

/**
 * The newest place that no running transaction can still write below: everything before it is visible to a
 * statement that starts now.
 */
export async function readHead(db: Database): Promise<LogPosition> {
  const { rows } = await sql<{ xid: string }>`select ${settledXid}::text as xid`.execute(db);
  return { xid: BigInt(rows[0]?.xid ?? 0), id: 0n };
}

/** The newest place that was pruned away; cursors before it have missed something. */
export async function readFloor(db: Database): Promise<LogPosition> {
  const { rows } = await sql<{ value: StoredPosition }>`
    select value from installation_fact where key = ${floorKey}`.execute(db);
  return positionOf(rows[0]?.value);
}

export interface PageWanted {
  readonly limit: number;
  /** Only entries of these topics; of all where left out. */
  readonly topics?: readonly string[];
  /** Only entries of these types; of all where left out. */
  readonly types?: readonly string[];
  /** Transactions below this one are known to have ended. */
  readonly settled?: bigint;
  /** Looks closer which running transactions matter; costs more. */
  readonly thorough?: boolean;
}

/**
 * The entries after a place, in the order (xid, id). Rows of transactions that are not older than every
 * running one wait, since a slower one could still write before them.
 */
export async function readEvents(
  db: Database,
  after: LogPosition,
  { limit, topics, types, settled = 0n, thorough = false }: PageWanted,
): Promise<LogPage> {
  const ofTopics = topics ? sql`and topics && ${sql.val([...topics])}::text[]` : sql``;
  const ofTypes = types ? sql`and type = any(${sql.val([...types])}::text[])` : sql``;
  const { rows } = await sql<PageRow>`
    with head as materialized (
      select greatest(${thorough ? settledXid : oldestRunning}, ${String(settled)}::xid8) as xid
    ), page as (
      select xid, id, extract(epoch from at) * 1000 as at, type, topics, subject, audiences, actor_id
      from logged_event
      where (xid, id) > (${String(after.xid)}::xid8, ${String(after.id)}::bigint)
        and xid < (select xid from head) ${ofTopics} ${ofTypes}
      order by xid, id limit ${limit}
    )
    select head.xid::text as head, pg_snapshot_xmax(pg_current_snapshot())::text as next,
      exists (select from logged_event where xid >= head.xid) as pending,
      (select value from installation_fact where key = ${floorKey}) as floor,
      (select coalesce(jsonb_agg(jsonb_build_object('xid', xid::text, 'id', id::text, 'at', at, 'type', type,
        'topics', topics, 'subject', subject, 'audiences', audiences, 'actorId', actor_id) order by xid, id), '[]')
        from page) as entries
    from head`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('the head of the log is one row');
  return {
    entries: row.entries.map((entry) => ({ ...entry, ...positionOf(entry), at: new Date(entry.at) })),
    full: row.entries.length === limit,
    head: { xid: BigInt(row.head), id: 0n },
    pending: row.pending,
    gap: comparePositions(after, positionOf(row.floor)) < 0 || after.xid > BigInt(row.next),
  };
}

interface StoredPosition {
  readonly xid: string;
  readonly id: string;
}

interface PageRow {
  head: string;
  /** The next transaction will get this number or a later one. */
  next: string;
  pending: boolean;
  floor: StoredPosition | null;
  entries: (Omit<LogEntry, 'xid' | 'id' | 'at'> & StoredPosition & { at: number })[];
}

const positionOf = (stored: StoredPosition | null | undefined): LogPosition => ({
  xid: BigInt(stored?.xid ?? 0),
  id: BigInt(stored?.id ?? 0),
});
