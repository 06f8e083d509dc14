import type { Database } from '../database/tables.ts';
import { defineQueue } from '../jobs/queue.ts';

/** Forgets, once an hour, what was counted in stretches that are over. */
export const expiredLimits = defineQueue({
  name: 'expired-limits',
  schedule: '51 * * * *',
  retries: 2,
  waitsAtMost: 2,
  handle: (_data, { db, now }) => forgetExpiredLimits(db, now),
});

/** Deletes the counts whose stretch has ended by `now`. */
export async function forgetExpiredLimits(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('rate_limit').where('expire', '<=', BigInt(now.getTime())).execute();
}
