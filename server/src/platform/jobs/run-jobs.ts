import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Queue } from './queue.ts';

/** One attempt at a job. */
export interface Attempt {
  readonly id: string;
  /** Aborted when the job's time is up or the process stops. */
  readonly signal: AbortSignal;
}

/** Does a job; throws where it must be tried again, {@link FinalFailure} where that is of no use. */
export type Handler<Data extends object> = (data: Data, attempt: Attempt) => Promise<void>;

/** A job that would fail the same way each time goes to the dead letters at once. */
export class FinalFailure extends Error {}

/** Runs the jobs of a batch beside each other and says of each how it ended. */
export function runJobs<Data extends object>(boss: PgBoss, queue: Queue<Data>, handler: Handler<Data>, log: Logger) {
  const run = async (job: JobWithMetadata<Data>): Promise<JobResult> => {
    const { id, retryCount, retryLimit } = job;
    try {
      await handler(job.data, { id, signal: job.signal });
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
