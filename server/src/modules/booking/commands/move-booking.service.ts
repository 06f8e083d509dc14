import { type Context, db, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { idempotent, type Repeatable } from '../../../platform/idempotency/idempotent.service.ts';
import { DomainError, notFound } from '../../../shared/errors.ts';
import { hull } from '../../../shared/time/interval.rules.ts';
import type { Stretch } from '../../../shared/time/stretch.rules.ts';
import { bookingMoved } from '../bookings/booking.events.ts';
import { mayMove } from '../bookings/booking.policy.ts';
import { findBooking } from '../bookings/booking.reader.ts';
import { stateAfterMove } from '../bookings/booking-lifecycle.rules.ts';
import { type BookingRefusal, readBookingFacts } from '../conditions/booking-facts.reader.ts';
import { withBuffers } from '../conditions/condition.rules.ts';
import { decide } from '../conditions/conditions.ts';
import { slotTaken } from '../conditions/slot-free/slot-free.rules.ts';
import { endOwnAt } from '../holds/commands/end-holds.service.ts';
import { reassign } from '../occupancy/occupancy.service.ts';
import type { BookingResult } from './book-equipment.service.ts';
import { waitingUntil } from './waiting-until.rules.ts';

export interface MoveBooking extends Stretch, Repeatable {
  readonly bookingId: string;
  /** Another unit of the same equipment; its own where left out. */
  readonly unitId?: string | null | undefined;
  /** The version that was read. */
  readonly version: number;
}

/**
 * Moves a booking to another time or unit under the rules of now, or leaves it as it was and says why; a request moved
 * by whom it is for waits anew. Throws NOT_FOUND, STALE_VERSION, CONFLICT where it has ended or begun, and what {@link readBookingFacts} throws.
 */
export async function moveBooking(ctx: Context, input: MoveBooking): Promise<BookingResult> {
  signedIn(ctx);
  const { bookingId: id, startsAt, endsAt } = input;
  if (!(await findBooking(ctx, id))) throw notFound();
  const work = async (tx: Context): Promise<BookingRefusal | undefined> => {
    const booking = await findBooking(tx, id, true);
    if (!booking) throw notFound();
    if (booking.version !== input.version) throw new DomainError('STALE_VERSION');
    const permission = mayMove(tx.actor, booking, tx.now);
    if (!permission.allowed) throw new DomainError(permission.code, permission.reason);
    const { equipmentId } = booking;
    const unitId = input.unitId ?? booking.unitId;
    const wanted = { startsAt, endsAt, equipmentId, unitId, movingId: id };
    const known = await readBookingFacts(tx, wanted, true);
    const { outcome, reasons } = decide(known.facts);
    if (outcome === 'REFUSED') return { ...known, reasons };
    const during = withBuffers(known.facts);
    await endOwnAt(tx, equipmentId, during);
    const before = await reassign(tx, { kind: 'booking', id }, unitId, during);
    if (!before) return { ...known, reasons: [slotTaken(known.facts)] };
    const { parties } = permission;
    const state = stateAfterMove(booking.state, outcome, parties);
    await db(tx)
      .updateTable('booking')
      .set({
        ...{ state, answer_by: waitingUntil(state, known.facts, parties.includes('staff') ? booking.answerBy : null) },
        ...{ unit_id: unitId, starts_at: startsAt, ends_at: endsAt, version: booking.version + 1 },
        terms: known.request.equipment.rules,
      })
      .where('id', '=', id)
      .execute();
    record(tx, bookingMoved({ ...booking, unitId, touched: hull(before, during) }));
    return undefined;
  };
  return transact(ctx, (tx) => idempotent(tx, 'moveBooking', input, () => work(tx), id));
}
