import { type Context, db } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { defineQueue } from '../../../platform/jobs/queue.ts';
import { lockOver } from '../bookings/booking.reader.ts';
import { agreedStates, stateAfter } from '../bookings/booking-lifecycle.rules.ts';
import { complete } from './check-out.service.ts';

/** Completes, every minute, the bookings whose end has come. */
export const overBookings = defineQueue({
  name: 'over-bookings',
  schedule: '* * * * *',
  alone: true,
  retries: 2,
  patience: 300,
  waitsAtMost: 1,
  handle: (_data, { ctx, signal }) => completeOver(ctx, signal),
});

/** Bookings of one run; what is left waits for the next. */
const mostPerRun = 2000;

/** Completes every booking whose end has come, one by one, until none is left or the signal comes. */
export async function completeOver(ctx: Context, signal: AbortSignal): Promise<void> {
  const over = await db(ctx)
    .selectFrom('booking')
    .select('id')
    .where('state', 'in', [...agreedStates])
    .where('ends_at', '<=', ctx.now)
    .orderBy('ends_at')
    .limit(mostPerRun)
    .execute();
  for (const { id } of over) {
    if (signal.aborted) return;
    await transact(ctx, (tx) => completeOne(tx, id));
  }
}

/** What somebody acts on at this moment is left to them. */
async function completeOne(tx: Context, id: string): Promise<void> {
  const booking = await lockOver(tx, id);
  const to = booking && stateAfter(booking.state, 'complete', ['deadline']);
  if (to) await complete(tx, booking, to);
}
