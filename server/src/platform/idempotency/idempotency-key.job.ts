import type { Database } from '../database/tables.ts';
import { defineQueue } from '../jobs/queue.ts';

/** How long a key holds, as the schema promises to clients. */
const heldDays = 7;

/** Deletes, once an hour, the keys that nobody sends again any more. */
export const oldKeys = defineQueue({
  name: 'old-requests',
  schedule: '37 * * * *',
  retries: 2,
  waitsAtMost: 2,
  handle: (_data, { db, now }) => deleteOldKeys(db, now),
});

/** Frees the keys of requests made {@link heldDays} days or longer before `now`; what they made stays. */
export async function deleteOldKeys(db: Database, now: Date): Promise<void> {
  const end = new Date(now.getTime() - heldDays * 24 * 60 * 60 * 1000);
  // Without an index, which every booking would have to keep: an hourly walk through one week costs less.
  await db.deleteFrom('idempotency_key').where('created_at', '<=', end).execute();
}
