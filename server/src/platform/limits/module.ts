import { AttemptCount } from './attempt-count.entity.ts';
import { oldAttempts } from './attempts.job.ts';

export const limits = {
  entities: [AttemptCount],
  queues: [oldAttempts],
} as const;
