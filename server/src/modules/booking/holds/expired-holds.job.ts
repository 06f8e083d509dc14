import { defineQueue } from '../../../platform/jobs/queue.ts';
import { expireHolds } from './commands/expire-holds.service.ts';

/** Frees, each minute, the time of holds that ran out, so that open timelines hear of it. */
export const expiredHolds = defineQueue({
  name: 'expired-holds',
  schedule: '* * * * *',
  retries: 1,
  waitsAtMost: 1,
  handle: (_data, { ctx }) => expireHolds(ctx),
});
