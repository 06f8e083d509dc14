import { type Context, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { bookingMissed } from '../bookings/booking.events.ts';
import { mayMarkNoShow } from '../bookings/booking.policy.ts';
import { endingOf } from '../commands/end-booking.service.ts';
import { shorten } from '../occupancy/occupancy.service.ts';
import { keepForUndo } from '../undo/restore-booking.service.ts';
import { type AttendedBooking, bookedTime, lockBooking, writeAttendance } from './attended-booking.service.ts';

/**
 * Notes that nobody came, and frees what is left of the time at once. Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, and
 * CONFLICT where somebody came, or may still come.
 */
export async function markNoShow(ctx: Context, input: AttendedBooking): Promise<void> {
  signedIn(ctx);
  await transact(ctx, async (tx) => {
    const { booking, permission } = await lockBooking(tx, input, mayMarkNoShow);
    const undo = await keepForUndo(tx, 'no_show', booking);
    await writeAttendance(tx, booking, {
      ...{ state: permission.to, finished_at: null },
      ...endingOf(tx, { by: 'staff', reason: '' }),
    });
    const freed = await shorten(tx, { kind: 'booking', id: booking.id }, tx.now.getTime());
    record(tx, bookingMissed({ ...booking, undo, touched: freed ?? bookedTime(booking) }));
  });
}
