import { type Context, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { DomainError, notFound } from '../../../shared/errors.ts';
import { mayCancel } from '../bookings/booking.policy.ts';
import { findBooking } from '../bookings/booking.reader.ts';
import { cancelledState, endingPartyOf } from '../bookings/booking-lifecycle.rules.ts';
import { endBooking, reasonOf } from './end-booking.service.ts';

export interface CancelBooking {
  readonly bookingId: string;
  /** The version that was read. */
  readonly version: number;
  /** Why; staff have to say it to those whom it was for. */
  readonly reason?: string | null | undefined;
}

/**
 * Cancels a booking and frees its time at once; its history stays. Cancelling again changes nothing. Throws
 * NOT_FOUND, STALE_VERSION, BAD_INPUT for the reason, and CONFLICT where it was declined or its time has begun.
 */
export async function cancelBooking(ctx: Context, { bookingId, version, reason }: CancelBooking): Promise<void> {
  signedIn(ctx);
  await transact(ctx, async (tx) => {
    const booking = await findBooking(tx, bookingId, true);
    if (!booking) throw notFound();
    if (booking.state === cancelledState) return;
    if (booking.version !== version) throw new DomainError('STALE_VERSION');
    const permission = mayCancel(tx.actor, booking, tx.now);
    if (!permission.allowed) throw new DomainError(permission.code, permission.reason);
    const by = endingPartyOf(permission.parties);
    await endBooking(tx, booking, { to: permission.to, by, reason: reasonOf(reason, by !== 'holder') });
  });
}
