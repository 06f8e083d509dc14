import { gather } from './modules.ts';
import { type Consumer, queueOf } from './platform/events/consumers/consumer.ts';
import type { Queue } from './platform/jobs/queue.ts';

/** Everything that is done once something happened. */
export const consumers: readonly Consumer[] = gather('consumers');

/** Every kind of work beside the requests. */
export const queues: readonly Queue[] = [...gather('queues'), ...consumers.map(queueOf)];
