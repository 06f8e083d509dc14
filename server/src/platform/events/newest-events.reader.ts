import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { LogEntry } from './event-log.reader.ts';

/** So many rows at the end of the log are looked at, however long it is. */
const glance = 200;

export interface NewestWanted {
  readonly topic: string;
  readonly types: readonly string[];
  readonly since: Date;
  readonly limit: number;
}

/** The newest entries of a topic, newest first. A glance: where others write at the same time, one may be missed. */
export async function readNewestEvents(
  db: Database,
  { topic, types, since, limit }: NewestWanted,
): Promise<LogEntry[]> {
  const { rows } = await sql<LogRow>`
    select xid::text, id::text, at, type, topics, subject, audiences, actor_id as "actorId"
    from (select * from logged_event order by xid desc, id desc limit ${glance}) as newest
    where topics @> ${sql.val([topic])}::text[] and type = any(${sql.val([...types])}::text[]) and at > ${since}
    order by newest.xid desc, newest.id desc limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, xid: BigInt(row.xid), id: BigInt(row.id), at: new Date(row.at) }));
}

type LogRow = Omit<LogEntry, 'xid' | 'id' | 'at'> & { xid: string; id: string; at: Date | string };
