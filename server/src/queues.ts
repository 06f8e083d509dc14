import { gather } from './modules.ts';
import type { Queue } from './platform/jobs/queue.ts';

/** Every kind of work beside the requests. */
export const queues: readonly Queue[] = gather('queues');
