import { oldChanges } from './reuse/old-changes.job.ts';

export const graphql = {
  queues: [oldChanges],
} as const;
