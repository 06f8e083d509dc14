import { ClientRequest } from '../database/installation.entity.ts';
import { oldRequests } from './client-request.job.ts';

export const idempotency = {
  entities: [ClientRequest],
  queues: [oldRequests],
} as const;
