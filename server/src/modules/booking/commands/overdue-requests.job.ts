import { type Context, db } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { defineQueue } from '../../../platform/jobs/queue.ts';
import { lockOverdue } from '../bookings/booking.reader.ts';
import { stateAfter } from '../bookings/booking-lifecycle.rules.ts';
import { endBooking } from './end-booking.service.ts';

/** Declines, every minute, the requests that nobody answered in time. */
export const overdueRequests = defineQueue({
  name: 'overdue-requests',
  schedule: '* * * * *',
  alone: true,
  retries: 2,
  patience: 300,
  waitsAtMost: 1,
  handle: (_data, { ctx, signal }) => declineOverdue(ctx, signal),
});

/** Requests of one run; what is left waits for the next. */
const mostPerRun = 1000;

/** Declines every request whose deadline has come, one by one, until none is left or the signal comes. */
export async function declineOverdue(ctx: Context, signal: AbortSignal): Promise<void> {
  const overdue = await db(ctx)
    .selectFrom('booking')
    .select('id')
    .where('answer_by', '<=', ctx.now)
    .orderBy('answer_by')
    .limit(mostPerRun)
    .execute();
  for (const { id } of overdue) {
    if (signal.aborted) return;
    await transact(ctx, (tx) => declineOne(tx, id));
  }
}

/** What somebody answers at this moment is left to them. */
async function declineOne(tx: Context, id: string): Promise<void> {
  const request = await lockOverdue(tx, id);
  const to = request && stateAfter(request.state, 'decline', ['deadline']);
  if (to) await endBooking(tx, request, { to, by: 'deadline', reason: '' });
}
