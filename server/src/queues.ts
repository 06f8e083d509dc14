import { expired } from './modules/accounts/auth/expired.job.ts';
import { oldChanges } from './platform/graphql/reuse/old-changes.job.ts';
import { oldKeys } from './platform/idempotency/idempotency-key.job.ts';
import type { Queue } from './platform/jobs/queue.ts';
import { oldAttempts } from './platform/limits/attempts.job.ts';
import { letters } from './platform/mail/letter.job.ts';

/** Every kind of work beside the requests. */
export const queues: readonly Queue[] = [expired, letters, oldAttempts, oldChanges, oldKeys];
