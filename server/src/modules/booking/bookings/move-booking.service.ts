import { sql } from 'kysely';
import { type Context, db, signedIn, transact } from '../../../platform/context/context.ts';
import { announce } from '../../../platform/events/announce.ts';
import { once } from '../../../platform/idempotency/idempotency.service.ts';
import { DomainError, notFound } from '../../../shared/errors.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { type Assessment, assess } from '../conditions/assessment.reader.ts';
import { unmet } from '../conditions/conditions.rules.ts';
import { withBuffers } from '../conditions/facts.rules.ts';
import { slotTaken } from '../conditions/unit-conditions.rules.ts';
import type { WantedTime } from '../conditions/wanted-time.rules.ts';
import type { BookingOutcome } from './book-equipment.service.ts';
import { mayMove } from './booking.policy.ts';
import { type BookingRow, findBooking } from './booking.reader.ts';
import { bookingEvent } from './booking-event.service.ts';
import { frozenTerms } from './write-booking.service.ts';

export interface MoveBooking extends WantedTime {
  readonly bookingId: string;
  /** Another unit of the same equipment; its own where left out. */
  readonly unitId?: string | null | undefined;
  /** The version that was read. */
  readonly version: number;
  readonly idempotencyKey: string;
}

/**
 * Moves a booking to another time or unit under the rules of now, or leaves it as it was and says why. Throws
 * NOT_FOUND, STALE_VERSION, CONFLICT where it is cancelled or has begun, and what {@link assess} throws.
 */
export async function moveBooking(ctx: Context, input: MoveBooking): Promise<BookingOutcome> {
  signedIn(ctx);
  const { idempotencyKey: key, bookingId, ...target } = input;
  if (!(await findBooking(ctx, bookingId))) throw notFound();
  const request = { key, operation: 'moveBooking', fingerprint: { bookingId, ...target }, resultId: bookingId };
  const { repeated, refusal } = await transact(ctx, (tx) =>
    once(tx, request, async () => {
      const booking = await findBooking(tx, bookingId, true);
      if (!booking) throw notFound();
      if (booking.version !== input.version) throw new DomainError('STALE_VERSION');
      const permission = mayMove(tx.actor, booking, tx.now);
      if (!permission.allowed) throw new DomainError('CONFLICT', permission.reason);
      const { equipmentId } = booking;
      const unitId = input.unitId ?? booking.unitId;
      const assessment = await assess(tx, { ...target, equipmentId, unitId, movingId: bookingId });
      const reasons = unmet(assessment.checks);
      if (reasons.length > 0) return { assessment, reasons };
      const before = await takeOtherTime(tx, booking, unitId, assessment);
      if (!before) return { assessment, reasons: [slotTaken(assessment.facts)] };
      const after = withBuffers(assessment.facts);
      const touched = { start: Math.min(before.start, after.start), end: Math.max(before.end, after.end) };
      announce(tx, bookingEvent('booking.moved', { ...booking, unitId }, touched));
      return undefined;
    }),
  );
  return refusal ?? { bookingId, repeated };
}

/** Changes the taken range in one statement. Returns what it was, or undefined where somebody else has the time. */
async function takeOtherTime(
  tx: Context,
  booking: BookingRow,
  unitId: string,
  { wish, facts, bookable }: Assessment,
): Promise<Interval | undefined> {
  const database = db(tx);
  // Two bookings that change places would each wait for the other's old time; moves of a unit queue up instead.
  await sql`select id from unit where id in (${booking.unitId}, ${unitId}) order by id for no key update`.execute(
    database,
  );
  const { start, end } = withBuffers(facts);
  await sql`savepoint before_move`.execute(database);
  try {
    const { rows } = await sql<Interval>`
      with before as (select id, during from occupancy where booking_id = ${booking.id})
      update occupancy o set unit_id = ${unitId}, during = tstzrange(${new Date(start)}, ${new Date(end)})
      from before where o.id = before.id
      returning (extract(epoch from lower(before.during)) * 1000)::float8 as start,
        (extract(epoch from upper(before.during)) * 1000)::float8 as end`.execute(database);
    await sql`
      update booking set unit_id = ${unitId}, starts_at = ${wish.startsAt}, ends_at = ${wish.endsAt},
        terms = ${JSON.stringify(frozenTerms(bookable.rules))}::jsonb, version = version + 1
      where id = ${booking.id}`.execute(database);
    return rows[0];
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'occupancy_no_overlap') throw error;
    await sql`rollback to savepoint before_move`.execute(database);
    return undefined;
  }
}
