import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import { deadLetters } from './queue.ts';

/** How many jobs of a kind there are, by where they stand. */
export interface JobCounts {
  readonly queue: string;
  /** To be run for the first time. */
  readonly waiting: number;
  /** Failed and to be tried again. */
  readonly retrying: number;
  readonly running: number;
  /** Done within the last hour or so; those with secrets leave no trace. */
  readonly done: number;
  /** Failed for good. */
  readonly dead: number;
  /** Since when the longest waiting job could have been run; null where none is due. */
  readonly dueSince: Date | null;
}

/** The jobs of each queue, by name. */
export async function countJobs(db: Database): Promise<JobCounts[]> {
  const { rows } = await sql<Omit<JobCounts, 'dueSince'> & { dueAt: Date | null }>`
    select queue.name as queue,
      count(*) filter (where state = 'created')::int as waiting,
      count(*) filter (where state = 'retry')::int as retrying,
      count(*) filter (where state = 'active')::int as running,
      count(*) filter (where state = 'completed')::int as done,
      (select count(*) from pgboss.job dead
        where dead.name = ${deadLetters.name} and dead.source_name = queue.name)::int as dead,
      min(start_after) filter (where state in ('created', 'retry') and start_after <= now()) as "dueAt"
    from pgboss.queue left join pgboss.job on job.name = queue.name
    where queue.name <> ${deadLetters.name} and queue.name not like '\\_\\_pgboss\\_\\_%'
    group by queue.name order by queue.name`.execute(db);
  return rows.map(({ dueAt, ...counts }) => ({ ...counts, dueSince: dueAt }));
}
