import { type Context, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { bookingCheckedIn } from '../bookings/booking.events.ts';
import { mayCheckIn } from '../bookings/booking.policy.ts';
import { keepForUndo } from '../undo/restore-booking.service.ts';
import { type AttendedBooking, bookedTime, lockBooking, writeAttendance } from './attended-booking.service.ts';

/**
 * Checks in whom a booking is for. Throws NOT_FOUND, STALE_VERSION, and CONFLICT where it is too early, too late or the
 * booking does not stand.
 */
export async function checkInBooking(ctx: Context, input: AttendedBooking): Promise<void> {
  const { personId } = signedIn(ctx);
  await transact(ctx, async (tx) => {
    const { booking, permission } = await lockBooking(tx, input, mayCheckIn);
    const undo = await keepForUndo(tx, 'check_in', booking);
    await writeAttendance(tx, booking, {
      state: permission.to,
      checked_in_at: tx.now,
      checked_in_by_id: personId,
    });
    record(tx, bookingCheckedIn({ ...booking, undo, touched: bookedTime(booking) }));
  });
}
