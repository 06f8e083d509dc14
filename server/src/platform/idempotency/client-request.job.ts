import type { Database } from '../database/tables.ts';
import { defineQueue } from '../jobs/queue.ts';

/** How long a key holds, as the schema promises to clients. */
const heldDays = 7;

/** Forgets, once an hour, the requests that nobody repeats any more. */
export const oldRequests = defineQueue({
  name: 'old-requests',
  schedule: '37 * * * *',
  retries: 2,
  waitsAtMost: 2,
  handle: (_data, { db, now }) => forgetOldRequests(db, now),
});

/** Frees the keys of requests made {@link heldDays} days or longer before `now`; what they made stays. */
export async function forgetOldRequests(db: Database, now: Date): Promise<void> {
  const end = new Date(now.getTime() - heldDays * 24 * 60 * 60 * 1000);
  // Without an index, which every booking would have to keep: an hourly walk through one week costs less.
  await db.deleteFrom('client_request').where('created_at', '<=', end).execute();
}
