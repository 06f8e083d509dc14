import type { Context } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { notify } from '../notices/notify.service.ts';
import { type DueReminder, readDueReminders } from './due-reminders.reader.ts';

const batch = 200;

/** Reminds everybody whose booking begins within a day, each once for each time it begins at. */
export async function remindOfBookings(ctx: Context, signal: AbortSignal): Promise<void> {
  for (let found = batch; found === batch && !signal.aborted; ) {
    const due = await readDueReminders(ctx, batch);
    await transact(ctx, async (tx) => {
      for (const each of due) await remind(tx, each);
    });
    found = due.length;
  }
}

const remind = (tx: Context, { id, personId, centreId, startsAt }: DueReminder) =>
  notify(tx, {
    personId,
    cause: `booking:${id}:reminder:${startsAt.toISOString()}`,
    ...({ kind: 'booking_reminder', reason: 'booker' } as const),
    object: { type: 'booking', id },
    centreId,
  });
