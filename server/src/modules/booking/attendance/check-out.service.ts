import { type Context, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { finishedAt } from '../bookings/attendance.rules.ts';
import type { BookingState } from '../bookings/booking.enums.ts';
import { bookingCompleted } from '../bookings/booking.events.ts';
import { mayCheckOut } from '../bookings/booking.policy.ts';
import type { BookingRow } from '../bookings/booking.reader.ts';
import { minute } from '../conditions/condition.rules.ts';
import { shorten } from '../occupancy/occupancy.service.ts';
import { type AttendedBooking, bookedTime, lockBooking, writeAttendance } from './attended-booking.service.ts';

/**
 * Ends the use of a booking; what is left of its time, but for the clean-up, is free at once. Throws NOT_FOUND,
 * STALE_VERSION, and CONFLICT where nobody is checked in.
 */
export async function checkOutBooking(ctx: Context, input: AttendedBooking): Promise<void> {
  signedIn(ctx);
  await transact(ctx, async (tx) => {
    const { booking, permission } = await lockBooking(tx, input, mayCheckOut);
    await complete(tx, booking, permission.to);
  });
}

/** Ends the use of a locked booking now, or at its booked end where that is over. */
export async function complete(tx: Context, booking: BookingRow, to: BookingState): Promise<void> {
  const { id, endsAt, terms } = booking;
  const end = finishedAt(tx.now.getTime(), endsAt.getTime());
  await writeAttendance(tx, booking, { state: to, finished_at: new Date(end) });
  const freed = await shorten(tx, { kind: 'booking', id }, end + terms.bufferAfterMinutes * minute);
  record(tx, bookingCompleted({ ...booking, touched: freed ?? bookedTime(booking) }));
}
