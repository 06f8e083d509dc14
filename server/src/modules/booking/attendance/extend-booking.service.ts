import type { Actor } from '../../../access/actor.rules.ts';
import { visitor } from '../../../access/actor.rules.ts';
import { type Context, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { badInput } from '../../../shared/errors.ts';
import { hull } from '../../../shared/time/interval.rules.ts';
import { readMembers } from '../../people/acting-for/actor.reader.ts';
import { bookingExtended } from '../bookings/booking.events.ts';
import { mayExtend } from '../bookings/booking.policy.ts';
import type { BookingRow } from '../bookings/booking.reader.ts';
import type { BookingParty } from '../bookings/booking-lifecycle.rules.ts';
import type { BookingResult } from '../commands/book-equipment.service.ts';
import { readBookingFacts } from '../conditions/booking-facts.reader.ts';
import { withBuffers } from '../conditions/condition.rules.ts';
import { decide } from '../conditions/conditions.ts';
import { slotTaken } from '../conditions/slot-free/slot-free.rules.ts';
import { endOwnAt } from '../holds/commands/end-holds.service.ts';
import { reassign } from '../occupancy/occupancy.service.ts';
import { type AttendedBooking, lockBooking, writeAttendance } from './attended-booking.service.ts';

export interface ExtendBooking extends AttendedBooking {
  /** The new end, later than the one it has. */
  readonly endsAt: Date;
}

/**
 * Lets a booking last longer under the rules that hold for a booking, or leaves it as it was and says why. Throws
 * NOT_FOUND, STALE_VERSION, BAD_INPUT for an end that is not later, CONFLICT where it is over or was never granted.
 */
export async function extendBooking(ctx: Context, input: ExtendBooking): Promise<BookingResult> {
  signedIn(ctx);
  return transact(ctx, async (tx) => {
    const { booking, permission } = await lockBooking(tx, input, mayExtend);
    const { id, equipmentId, unitId, startsAt, terms } = booking;
    const { endsAt } = input;
    if (endsAt <= booking.endsAt) throw badInput([{ field: 'endsAt', message: { key: 'booking.extend.later' } }]);
    const requester = await requesterOf(tx, booking, permission.parties);
    const extending = { bufferBeforeMinutes: terms.bufferBeforeMinutes };
    const wanted = { ...{ equipmentId, unitId, startsAt, endsAt, requester, extending }, movingId: id };
    const known = await readBookingFacts(tx, wanted, true);
    const { outcome, reasons } = decide(known.facts);
    if (outcome === 'REFUSED') return { ...known, reasons };
    if (outcome === 'REQUEST') {
      const message = { key: 'booking.extend.askStaff', parameters: { centre: known.facts.centreName } } as const;
      return { ...known, reasons: [{ condition: 'approval', passed: false, message }] };
    }
    const during = withBuffers(known.facts);
    await endOwnAt(tx, equipmentId, during);
    const before = await reassign(tx, { kind: 'booking', id }, unitId, during);
    if (!before) return { ...known, reasons: [slotTaken(known.facts)] };
    await writeAttendance(tx, booking, { state: permission.to, ends_at: endsAt });
    record(tx, bookingExtended({ ...booking, touched: hull(before, during) }));
    return { id, repeated: false };
  });
}

/** By whose rights it is decided: by those of whom the booking is for, whoever of the centre asks. */
async function requesterOf(
  tx: Context,
  { bookerId }: BookingRow,
  parties: readonly BookingParty[],
): Promise<Actor | undefined> {
  if (parties.includes('holder')) return undefined;
  return (bookerId !== null && (await readMembers(tx, [bookerId])).get(bookerId)) || visitor;
}
