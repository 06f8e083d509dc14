import { type Context, db, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { DomainError, notFound } from '../../../shared/errors.ts';
import { bookingCancelled } from '../bookings/booking.events.ts';
import { mayCancel } from '../bookings/booking.policy.ts';
import { findBooking } from '../bookings/booking.reader.ts';
import { cancelledState } from '../bookings/booking-lifecycle.rules.ts';
import { release } from '../occupancy/occupancy.service.ts';

export interface CancelBooking {
  readonly bookingId: string;
  /** The version that was read. */
  readonly version: number;
}

/**
 * Cancels a booking and frees its time at once; its history stays. Cancelling again changes nothing. Throws
 * NOT_FOUND, STALE_VERSION, and CONFLICT once the booked time has begun.
 */
export async function cancelBooking(ctx: Context, { bookingId: id, version }: CancelBooking): Promise<void> {
  signedIn(ctx);
  await transact(ctx, async (tx) => {
    const booking = await findBooking(tx, id, true);
    if (!booking) throw notFound();
    if (booking.state === cancelledState) return;
    if (booking.version !== version) throw new DomainError('STALE_VERSION');
    const permission = mayCancel(tx.actor, booking, tx.now);
    if (!permission.allowed) throw new DomainError('CONFLICT', permission.reason);
    await db(tx)
      .updateTable('booking')
      .set({ state: permission.to, cancelled_at: tx.now, version: version + 1 })
      .where('id', '=', id)
      .execute();
    const released = await release(tx, { kind: 'booking', id });
    const booked = { start: booking.startsAt.getTime(), end: booking.endsAt.getTime() };
    record(tx, bookingCancelled({ ...booking, touched: released ?? booked }));
  });
}
