import { type Context, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { type Done, idempotent, type Repeatable } from '../../../platform/idempotency/idempotent.service.ts';
import { badInput } from '../../../shared/errors.ts';
import { lineProblem, oneLine } from '../../../shared/text/text.rules.ts';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { Equipment } from '../../equipment/items/equipment.entity.ts';
import { Unit } from '../../equipment/units/unit.entity.ts';
import { Organisation } from '../../organisations/profile/organisation.entity.ts';
import { Person } from '../../people/persons/person.entity.ts';
import { Booking } from '../bookings/booking.entity.ts';
import { bookingMade } from '../bookings/booking.events.ts';
import { firstState } from '../bookings/booking-lifecycle.rules.ts';
import type { BookingRequest } from '../conditions/bookable-equipment.reader.ts';
import { type BookingRefusal, type KnownRequest, readBookingFacts } from '../conditions/booking-facts.reader.ts';
import { withBuffers } from '../conditions/condition.rules.ts';
import { decide } from '../conditions/conditions.ts';
import { slotTaken } from '../conditions/slot-free/slot-free.rules.ts';
import { freeUnits } from '../conditions/unit-available/unit-facts.rules.ts';
import { endOwnAt } from '../holds/commands/end-holds.service.ts';
import { occupy } from '../occupancy/occupancy.service.ts';
import { waitingUntil } from './waiting-until.rules.ts';

/** The longest purpose, in characters. */
export const longestPurpose = 400;

export interface BookEquipment extends Omit<BookingRequest, 'movingId' | 'holdId'>, Repeatable {
  readonly purpose?: string | null;
}

/** A booking that stands, or why there is none. */
export type BookingResult = Done | BookingRefusal;

/**
 * Books a unit for the actor, or the first free one in the order of their positions. The database decides who
 * comes first: of any number of requests for one slot exactly one succeeds. Throws SIGN_IN_REQUIRED, BAD_INPUT,
 * NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
 */
export async function bookEquipment(ctx: Context, input: BookEquipment): Promise<BookingResult> {
  signedIn(ctx);
  const purpose = oneLine(input.purpose ?? '');
  const problem = lineProblem(purpose, { minimum: 0, maximum: longestPurpose });
  if (problem) throw badInput([{ field: 'purpose', message: problem }]);
  return transact(ctx, (tx) =>
    idempotent<BookingRefusal | undefined>(tx, 'bookEquipment', input, async (id) => {
      const known = await readBookingFacts(tx, input, true);
      const { outcome, reasons } = decide(known.facts);
      if (outcome === 'REFUSED') return { ...known, reasons };
      const during = withBuffers(known.facts);
      await endOwnAt(tx, known.request.equipmentId, during);
      const unitId = await occupy(tx, freeUnits(known.facts), during, { kind: 'booking', id });
      if (!unitId) return { ...known, reasons: [slotTaken(known.facts)] };
      const { id: equipmentId, centreId } = known.request.equipment;
      const { personId: bookerId } = signedIn(tx);
      const state = firstState[outcome];
      createBooking(tx, known, { id, unitId, purpose, state, answerBy: waitingUntil(state, known.facts) });
      record(tx, bookingMade({ id, equipmentId, unitId, centreId, bookerId, touched: during }));
      return undefined;
    }),
  );
}

function createBooking(
  tx: Context,
  { request: { equipment, startsAt, endsAt } }: KnownRequest,
  { unitId, ...booking }: Pick<Booking, 'id' | 'purpose' | 'state' | 'answerBy'> & { readonly unitId: string },
): void {
  const { personId, actingFor } = signedIn(tx);
  const { em } = tx;
  em.create(Booking, {
    ...booking,
    equipment: em.getReference(Equipment, equipment.id),
    unit: em.getReference(Unit, unitId),
    startsAt,
    endsAt,
    booker: em.getReference(Person, personId),
    organisation: actingFor?.kind === 'organisation' ? em.getReference(Organisation, actingFor.id) : null,
    actingCentre: actingFor?.kind === 'centre' ? em.getReference(Centre, actingFor.id) : null,
    terms: equipment.rules,
    createdAt: tx.now,
  });
}
