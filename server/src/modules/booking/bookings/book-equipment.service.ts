import { type Context, signedIn, transact } from '../../../platform/context/context.ts';
import { record } from '../../../platform/events/record.ts';
import { type Done, idempotent, type Repeatable } from '../../../platform/idempotency/idempotent.service.ts';
import { badInput } from '../../../shared/errors.ts';
import { lineProblem, oneLine } from '../../../shared/text/text.rules.ts';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { Equipment } from '../../equipment/items/equipment.entity.ts';
import { Unit } from '../../equipment/units/unit.entity.ts';
import { Organisation } from '../../organisations/profile/organisation.entity.ts';
import { Person } from '../../people/persons/person.entity.ts';
import { type Assessment, assess, lockRules, type Wish } from '../conditions/assessment.reader.ts';
import type { ConditionCheck } from '../conditions/booking-condition.rules.ts';
import { unmet } from '../conditions/conditions.rules.ts';
import { withBuffers } from '../conditions/facts.rules.ts';
import { freeUnits, slotTaken } from '../conditions/unit-conditions.rules.ts';
import { occupy } from '../occupancy/occupancy.service.ts';
import { Booking } from './booking.entity.ts';
import { bookingMade } from './booking.events.ts';

/** The longest purpose, in characters. */
export const longestPurpose = 400;

export interface BookEquipment extends Omit<Wish, 'movingId'>, Repeatable {
  readonly purpose?: string | null;
}

/** Every reason against a wish, and what other ways to the same end are looked for by. */
export interface BookingRefusal {
  readonly reasons: readonly ConditionCheck[];
  readonly assessment: Assessment;
}

/** A booking that stands, or why there is none. */
export type BookingOutcome = Done | BookingRefusal;

/**
 * Books a unit for the actor, or the first free one in the order of their positions. The database decides who
 * comes first: of any number of requests for one slot exactly one succeeds. Throws SIGN_IN_REQUIRED, BAD_INPUT,
 * NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
 */
export async function bookEquipment(ctx: Context, input: BookEquipment): Promise<BookingOutcome> {
  signedIn(ctx);
  const purpose = oneLine(input.purpose ?? '');
  const problem = lineProblem(purpose, { minimum: 0, maximum: longestPurpose });
  if (problem) throw badInput([{ field: 'purpose', message: problem }]);
  return transact(ctx, (tx) =>
    idempotent<BookingRefusal | undefined>(tx, 'bookEquipment', input, async (id) => {
      await lockRules(tx, input.equipmentId);
      const assessment = await assess(tx, input);
      const reasons = unmet(assessment.checks);
      if (reasons.length > 0) return { assessment, reasons };
      const during = withBuffers(assessment.facts);
      const unitId = await occupy(tx, freeUnits(assessment.facts), during, { kind: 'booking', id });
      if (!unitId) return { assessment, reasons: [slotTaken(assessment.facts)] };
      const { equipmentId, centreId } = assessment.bookable;
      makeBooking(tx, assessment, { id, unitId, purpose });
      record(tx, bookingMade({ id, equipmentId, unitId, centreId, touched: during }));
      return undefined;
    }),
  );
}

function makeBooking(
  tx: Context,
  { wish, bookable }: Assessment,
  { id, unitId, purpose }: { readonly id: string; readonly unitId: string; readonly purpose: string },
): void {
  const { personId, actingFor } = signedIn(tx);
  const { em } = tx;
  em.create(Booking, {
    id,
    equipment: em.getReference(Equipment, bookable.equipmentId),
    unit: em.getReference(Unit, unitId),
    startsAt: wish.startsAt,
    endsAt: wish.endsAt,
    state: 'confirmed',
    booker: em.getReference(Person, personId),
    organisation: actingFor?.kind === 'organisation' ? em.getReference(Organisation, actingFor.id) : null,
    actingCentre: actingFor?.kind === 'centre' ? em.getReference(Centre, actingFor.id) : null,
    purpose,
    terms: bookable.rules,
    createdAt: tx.now,
  });
}
