import { IdempotencyKey } from './idempotency-key.entity.ts';
import { oldKeys } from './idempotency-key.job.ts';

export const idempotency = {
  entities: [IdempotencyKey],
  queues: [oldKeys],
} as const;
