import { type Context, db } from '../../../platform/context/context.ts';
import { DomainError, notFound } from '../../../shared/errors.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import type { BookingState } from '../bookings/booking.enums.ts';
import type { CommandPermission } from '../bookings/booking.policy.ts';
import { type BookingRow, findBooking } from '../bookings/booking.reader.ts';

/** Which booking somebody acts on, as they read it. */
export interface AttendedBooking {
  readonly bookingId: string;
  /** The version that was read. */
  readonly version: number;
}

type Granted = Extract<CommandPermission, { allowed: true }>;

/**
 * A booking to act on, locked, with the permission: what became of it before comes first, so that the second of two
 * learns it. Throws NOT_FOUND, FORBIDDEN, CONFLICT, STALE_VERSION.
 */
export async function lockBooking(
  tx: Context,
  { bookingId, version }: AttendedBooking,
  may: (actor: Context['actor'], booking: BookingRow, now: Date) => CommandPermission,
): Promise<{ readonly booking: BookingRow; readonly permission: Granted }> {
  const booking = await findBooking(tx, bookingId, true);
  if (!booking) throw notFound();
  const permission = may(tx.actor, booking, tx.now);
  if (!permission.allowed) throw new DomainError(permission.code, permission.reason);
  if (booking.version !== version) throw new DomainError('STALE_VERSION');
  return { booking, permission };
}

/** What attending changes of a booking. */
interface Attendance {
  readonly state: BookingState;
  readonly checked_in_at?: Date | null;
  readonly checked_in_by_id?: string | null;
  readonly finished_at?: Date | null;
  readonly ends_at?: Date;
}

/** Writes what changed of a booking that is locked. */
export async function writeAttendance(tx: Context, { id, version }: BookingRow, changed: Attendance): Promise<void> {
  await db(tx)
    .updateTable('booking')
    .set({ ...changed, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/** The booked time. */
export const bookedTime = ({ startsAt, endsAt }: Pick<BookingRow, 'startsAt' | 'endsAt'>): Interval => ({
  start: startsAt.getTime(),
  end: endsAt.getTime(),
});
