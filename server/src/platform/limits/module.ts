import { expiredLimits } from './expired-limits.job.ts';
import { RateLimit } from './rate-limit.entity.ts';

export const limits = {
  entities: [RateLimit],
  queues: [expiredLimits],
} as const;
