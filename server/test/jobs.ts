import { sql } from 'kysely';
import { pino } from 'pino';
import { rowsOf } from '../src/platform/database/database.ts';
import type { Jobs } from '../src/platform/jobs/jobs.ts';
import { defineQueue } from '../src/platform/jobs/queue.ts';
import { newId } from '../src/shared/ids/ids.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

export const silent = pino({ level: 'silent' });

/** A kind of work that is tried twice. */
export const testQueue = defineQueue<{ number: number }>({ name: 'test', retries: 1 });

/**
 * Resolves when no job waits or runs any more, but for those that pause before their next attempt and those that the
 * clock makes, which wait where nobody does them.
 */
export const jobsDone = (world: World): Promise<unknown> =>
  until(async () => {
    const { rows } = await sql`
        select from pgboss.job where state in ('created', 'active') and start_after <= now()
          and name not in (select name from pgboss.schedule) and name not like '\\_\\_%'`.execute(rowsOf(world.em()));
    return rows.length === 0;
  });

export interface JobRow {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly retry_count: number;
  readonly data: unknown;
  readonly output: { reason?: string } | null;
}

/** What the database knows of the jobs of a queue. */
export async function jobsOf(world: World, queue: string): Promise<JobRow[]> {
  const { rows } = await sql<JobRow>`
    select id, name, state, retry_count, data, output from pgboss.job where name = ${queue} order by created_on`.execute(
    rowsOf(world.em()),
  );
  return rows;
}

/** Ends the pause before the next attempts. */
export const endPauses = (world: World): Promise<unknown> =>
  sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(rowsOf(world.em()));

/** Lets jobs that wait for their time be run at once. */
export const endWaits = async (world: World): Promise<void> => {
  const { numAffectedRows = 0n } = await sql`
    update pgboss.job set start_after = now() where state = 'created' and start_after > now()`.execute(
    rowsOf(world.em()),
  );
  // There is no such dead letter, but all workers look.
  if (numAffectedRows > 0n && world.jobs && 'revive' in world.jobs) await (world.jobs as Jobs).revive(newId());
};
