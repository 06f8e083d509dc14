import { type Context, db, signedIn, transact } from '../../../platform/context/context.ts';
import { record } from '../../../platform/events/record.ts';
import { idempotent, type Repeatable } from '../../../platform/idempotency/idempotent.service.ts';
import { DomainError, notFound } from '../../../shared/errors.ts';
import { hull } from '../../../shared/time/interval.rules.ts';
import { assess, lockRules } from '../conditions/assessment.reader.ts';
import { unmet } from '../conditions/conditions.rules.ts';
import { withBuffers } from '../conditions/facts.rules.ts';
import { slotTaken } from '../conditions/unit-conditions.rules.ts';
import type { WantedTime } from '../conditions/wanted-time.rules.ts';
import { reassign } from '../occupancy/occupancy.service.ts';
import type { BookingOutcome, BookingRefusal } from './book-equipment.service.ts';
import { bookingMoved } from './booking.events.ts';
import { mayMove } from './booking.policy.ts';
import { findBooking } from './booking.reader.ts';

export interface MoveBooking extends WantedTime, Repeatable {
  readonly bookingId: string;
  /** Another unit of the same equipment; its own where left out. */
  readonly unitId?: string | null | undefined;
  /** The version that was read. */
  readonly version: number;
}

/**
 * Moves a booking to another time or unit under the rules of now, or leaves it as it was and says why. Throws
 * NOT_FOUND, STALE_VERSION, CONFLICT where it is cancelled or has begun, and what {@link assess} throws.
 */
export async function moveBooking(ctx: Context, input: MoveBooking): Promise<BookingOutcome> {
  signedIn(ctx);
  const { bookingId: id, startsAt, endsAt } = input;
  if (!(await findBooking(ctx, id))) throw notFound();
  const work = async (tx: Context): Promise<BookingRefusal | undefined> => {
    const booking = await findBooking(tx, id, true);
    if (!booking) throw notFound();
    if (booking.version !== input.version) throw new DomainError('STALE_VERSION');
    const permission = mayMove(tx.actor, booking, tx.now);
    if (!permission.allowed) throw new DomainError('CONFLICT', permission.reason);
    const { equipmentId } = booking;
    const unitId = input.unitId ?? booking.unitId;
    await lockRules(tx, equipmentId);
    const assessment = await assess(tx, { startsAt, endsAt, equipmentId, unitId, movingId: id });
    const reasons = unmet(assessment.checks);
    if (reasons.length > 0) return { assessment, reasons };
    const during = withBuffers(assessment.facts);
    const before = await reassign(tx, { kind: 'booking', id }, unitId, during);
    if (!before) return { assessment, reasons: [slotTaken(assessment.facts)] };
    await db(tx)
      .updateTable('booking')
      .set({
        ...{ unit_id: unitId, starts_at: startsAt, ends_at: endsAt, version: booking.version + 1 },
        terms: assessment.bookable.rules,
      })
      .where('id', '=', id)
      .execute();
    record(tx, bookingMoved({ ...booking, unitId, touched: hull(before, during) }));
    return undefined;
  };
  return transact(ctx, (tx) => idempotent(tx, 'moveBooking', input, () => work(tx), id));
}
