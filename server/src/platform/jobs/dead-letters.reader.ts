import { sql } from 'kysely';
import { type Keyset, type PageOf, pageOf } from '../database/paging/pagination.rules.ts';
import type { Database } from '../database/tables.ts';
import { deadLetters } from './queue.ts';

/** A job that failed for good; its data stays where it is, since it may hold secrets. */
export interface DeadLetter {
  readonly id: string;
  readonly queue: string;
  readonly addedAt: Date;
  readonly failedAt: Date;
  readonly attempts: number;
  readonly reason: string | null;
  readonly keyset: Keyset;
}

/** The last to fail first. */
export const deadLetterOrder = ['instant', 'id'] as const;

/** A page of what failed for good. */
export async function readDeadLetters(
  db: Database,
  { first, after }: { first: number; after: Keyset | undefined },
): Promise<PageOf<DeadLetter>> {
  const behind = after ? sql`and (created_on, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``;
  const { rows } = await sql<DeadLetter>`
    select id, source_name as queue, source_created_on as "addedAt", created_on as "failedAt",
      source_retry_count + 1 as attempts, source_output ->> 'reason' as reason,
      json_build_array(to_char(created_on at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), id) as keyset
    from pgboss.job where name = ${deadLetters.name} ${behind}
    order by created_on desc, id desc limit ${first + 1}`.execute(db);
  return pageOf(rows, first);
}

/** The queues some of whose jobs failed for good. */
export async function readQueuesWithDeadLetters(db: Database): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ queue: string }>`
    select distinct source_name as queue from pgboss.job where name = ${deadLetters.name}`.execute(db);
  return new Set(rows.map(({ queue }) => queue));
}

/** How many there are. */
export async function countDeadLetters(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pgboss.job where name = ${deadLetters.name}`.execute(db);
  return rows[0]?.count ?? 0;
}
