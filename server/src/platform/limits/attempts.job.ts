import type { Database } from '../database/tables.ts';
import { defineQueue } from '../jobs/queue.ts';

/** Forgets, once an hour, what was counted in stretches that are over. */
export const oldAttempts = defineQueue({
  name: 'old-attempts',
  schedule: '51 * * * *',
  retries: 2,
  waitsAtMost: 2,
  handle: (_data, { db, now }) => forgetOldAttempts(db, now),
});

/** Deletes the counts whose stretch has ended by `now`. */
export async function forgetOldAttempts(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('attempt_count').where('ends_at', '<=', now).execute();
}
