import type { Context, JobOptions } from '../context/context.ts';
import type { Queue } from './queue.ts';

/**
 * Adds a job with the commit of the context's transaction, from whatever writes: a service, a consumer of events, another
 * job. What is rolled back leaves no job.
 */
export async function enqueue<Data extends object>(
  tx: Context,
  queue: Queue<Data>,
  data: Data,
  options: JobOptions = {},
): Promise<void> {
  if (!tx.jobs) throw new Error(`no jobs can be added here: ${queue.name}`);
  await tx.jobs.enqueue(tx.em, queue, data, options);
}
