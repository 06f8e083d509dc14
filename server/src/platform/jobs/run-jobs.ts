import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import type { Attempt, Handler, Queue } from './queue.ts';

/** A job that would fail the same way each time goes to the dead letters at once. */
export class FinalFailure extends Error {}

/** Runs the jobs of a batch beside each other and says of each how it ended. */
export function runJobs<Data extends object>(
  boss: PgBoss,
  queue: Queue<Data>,
  handler: Handler<Data>,
  attempt: () => Omit<Attempt, 'id' | 'signal'>,
) {
  const run = async (job: JobWithMetadata<Data>): Promise<JobResult> => {
    const { id, retryCount, retryLimit } = job;
    const given = attempt();
    const { log } = given;
    try {
      await handler(job.data, { ...given, id, signal: job.signal });
      if (queue.forgetWhenDone) await boss.deleteJob(queue.name, id);
      return { id, status: 'completed' };
    } catch (err) {
      const final = err instanceof FinalFailure;
      const facts = { err, queue: queue.name, job: id, attempt: retryCount + 1 };
      if (final || retryCount >= retryLimit) log.error(facts, 'a job failed for good');
      else log.warn(facts, 'a job failed and is tried again');
      return { id, status: final ? 'deadletter' : 'failed', output: { reason: reasonOf(err) } };
    }
  };
  return (jobs: JobWithMetadata<Data>[]): Promise<JobResult[]> => Promise.all(jobs.map(run));
}

const longestReason = 500;

/** What an operator reads; no stack, which the log has. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message || error.name : String(error)).slice(0, longestReason);
