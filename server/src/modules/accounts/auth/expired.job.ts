import type { Database } from '../../../platform/database/tables.ts';
import { defineQueue } from '../../../platform/jobs/queue.ts';

/** Clears away, once an hour, what no longer lets anybody in. */
export const expired = defineQueue({
  name: 'expired',
  schedule: '23 * * * *',
  retries: 2,
  waitsAtMost: 2,
  handle: (_data, { db, now }) => clearExpired(db, now),
});

/** Deletes the sessions, one-time secrets and what waited for a code that have ended by `now`. */
export async function clearExpired(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', now).execute();
  await db.deleteFrom('email_code').where('expires_at', '<=', now).execute();
  await db.deleteFrom('verification').where('expires_at', '<=', now).execute();
}
