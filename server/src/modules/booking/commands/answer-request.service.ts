import { type Context, db, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { DomainError, notFound } from '../../../shared/errors.ts';
import { bookingApproved } from '../bookings/booking.events.ts';
import { type CommandPermission, mayApprove, mayDecline } from '../bookings/booking.policy.ts';
import { type BookingRow, findBooking } from '../bookings/booking.reader.ts';
import { readApprovals } from '../conditions/approval/approval.reader.ts';
import { keepForUndo } from '../undo/restore-booking.service.ts';
import type { BookingResult } from './book-equipment.service.ts';
import { endBooking, reasonOf } from './end-booking.service.ts';

export interface AnswerRequest {
  readonly bookingId: string;
  /** The version that was read. */
  readonly version: number;
}

export interface DeclineBooking extends AnswerRequest {
  /** Why, for those whom it was for. */
  readonly reason: string;
}

type Granted = Extract<CommandPermission, { allowed: true }>;

/** The request that is answered, locked: what was decided before comes first, so that the second learns it. */
async function requestOf(
  tx: Context,
  { bookingId, version }: AnswerRequest,
  may: typeof mayApprove,
): Promise<{ booking: BookingRow; permission: Granted }> {
  const booking = await findBooking(tx, bookingId, true);
  if (!booking) throw notFound();
  const permission = may(tx.actor, booking, tx.now);
  if (!permission.allowed) throw new DomainError(permission.code, permission.reason);
  if (booking.version !== version) throw new DomainError('STALE_VERSION');
  return { booking, permission };
}

/**
 * Agrees to a request, where every condition still holds for whom it is; else it goes on waiting, with every reason.
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT where it is decided or has begun, STALE_VERSION where it was moved.
 */
export async function approveBooking(ctx: Context, input: AnswerRequest): Promise<BookingResult> {
  signedIn(ctx);
  return transact(ctx, async (tx) => {
    const { booking, permission } = await requestOf(tx, input, mayApprove);
    const [approval] = await readApprovals(tx, [booking], true);
    if (!approval) throw notFound();
    const { decision, ...known } = approval;
    if (decision.outcome === 'REFUSED') return { ...known, reasons: decision.reasons };
    const { id, version } = booking;
    const undo = await keepForUndo(tx, 'approval', booking);
    await db(tx)
      .updateTable('booking')
      .set({ state: permission.to, answer_by: null, version: version + 1 })
      .where('id', '=', id)
      .execute();
    const touched = { start: booking.startsAt.getTime(), end: booking.endsAt.getTime() };
    record(tx, bookingApproved({ ...booking, undo, touched }));
    return { id, repeated: false };
  });
}

/**
 * Declines a request and frees its time at once. Throws NOT_FOUND, FORBIDDEN, CONFLICT where it is decided or has
 * begun, STALE_VERSION where it was moved, BAD_INPUT for the reason.
 */
export async function declineBooking(ctx: Context, { reason, ...input }: DeclineBooking): Promise<void> {
  signedIn(ctx);
  await transact(ctx, async (tx) => {
    const { booking, permission } = await requestOf(tx, input, mayDecline);
    await endBooking(tx, booking, { to: permission.to, by: 'staff', reason: reasonOf(reason, true) });
  });
}
