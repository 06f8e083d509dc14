import { oldChanges } from './graphql/reuse/old-changes.job.ts';
import { expired } from './identity/expired.job.ts';
import type { Queue } from './jobs/queue.ts';
import { letters } from './mail/letter.job.ts';
import { oldAttempts } from './shared/attempts.job.ts';
import { oldRequests } from './shared/client-request.job.ts';

/** Every kind of work beside the requests. */
export const queues: readonly Queue[] = [expired, letters, oldAttempts, oldChanges, oldRequests];
