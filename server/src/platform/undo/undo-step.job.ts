import { db } from '../context/context.ts';
import { defineQueue } from '../jobs/queue.ts';

/** As long as the log of events, by which people are told of what was not taken back. */
const keptDays = 8;

/** Forgets what can no longer be taken back. */
export const oldUndoSteps = defineQueue({
  name: 'old-undo-steps',
  schedule: '40 3 * * *',
  alone: true,
  retries: 2,
  waitsAtMost: 12,
  async handle(_data, { ctx, now }) {
    const before = new Date(now.getTime() - keptDays * 86_400_000);
    await db(ctx).deleteFrom('undo_step').where('done_at', '<', before).execute();
  },
});
