import type { Database } from '../../database/tables.ts';
import { defineQueue } from '../../jobs/queue.ts';
import { forgetChanges, readSight, type Sight } from './changes.reader.ts';
import { remembered } from './freshness.ts';

const key = 'reuse.sight';

/** Forgets, once an hour, changes that nobody looked for: those of imports, and of nights without readers. */
export const oldChanges = defineQueue({
  name: 'old-changes',
  schedule: '53 * * * *',
  retries: 2,
  waitsAtMost: 2,
  handle: (_data, { db, now }) => forgetOldChanges(db, now),
});

/**
 * Forgets what the run before already saw, which every process has looked at since or will never ask for, and notes
 * what is seen now for the run after. A run that comes too soon leaves both as they are.
 */
export async function forgetOldChanges(db: Database, now: Date): Promise<void> {
  const seen = { ...(await readSight(db)), at: now.getTime() };
  const fact = await db.selectFrom('installation_fact').select('value').where('key', '=', key).executeTakeFirst();
  const before = fact?.value as (Sight & { readonly at: number }) | undefined;
  // Started again, or restored from a backup: another server may have numbered what was seen before.
  if (before?.epoch === seen.epoch) {
    // Three times as long as a process does it, whose clock is one; here the clocks of two may differ.
    if (seen.at - before.at < 3 * remembered) return;
    await forgetChanges(db, before);
  }
  const value = JSON.stringify(seen);
  const note = db.insertInto('installation_fact').values({ key, value });
  await note.onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
}
