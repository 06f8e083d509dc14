import { type Actor, visitor } from '../../../access/actor.rules.ts';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { type Hypothesis, readAlternatives } from '../../booking/alternatives/alternatives.reader.ts';
import type { Alternative } from '../../booking/alternatives/alternatives.rules.ts';
import { withRightsOf } from '../../booking/alternatives/booking-alternatives.reader.ts';
import { readBookableEquipment } from '../../booking/conditions/bookable-equipment.reader.ts';
import { openingOf } from '../../opening-hours/hours/centre-opening.rules.ts';
import { readMembers } from '../../people/acting-for/actor.reader.ts';
import type { AffectedBooking, Impact } from './impact.reader.ts';

/** Farther than that a closure is looked past by nobody. */
const farthest = 92 * 86_400_000;

/** Places as they will be once the cause holds. */
function hypothesisOf({ cause, after }: Impact): Hypothesis {
  const until = 'during' in cause ? cause.during.end : undefined;
  const start = 'during' in cause ? cause.during.start : 0;
  return {
    until: until !== undefined && until - start <= farthest ? until : undefined,
    place: (place) =>
      place.centreId !== cause.centreId
        ? place
        : {
            ...place,
            zone: after.zone,
            opening: openingOf(after.openings, place.equipmentId).opening,
            units: place.units.map(({ id, busy }) => ({ id, busy: [...busy, ...(after.closed.get(id) ?? [])] })),
          },
  };
}

/** Where and when else the holder of a booking that loses its time can go, by their rights; none once it has begun. */
export async function readImpactAlternatives(
  ctx: Context,
  impact: Impact,
  booking: AffectedBooking,
): Promise<Alternative[]> {
  const { id, equipmentId, unitId, startsAt, endsAt, bookerId } = booking;
  if (startsAt <= ctx.now) return [];
  const [equipment, holder] = await Promise.all([
    load(ctx, readBookableEquipment, equipmentId),
    bookerId === null ? undefined : load(ctx, readMembers, bookerId),
  ]);
  if (!equipment) return [];
  const requester: Actor = holder ?? visitor;
  const request = { equipmentId, startsAt, endsAt, movingId: id, unitId: null, equipment };
  const found = await readAlternatives(
    withRightsOf(ctx, requester),
    { request, reasons: [{ condition: 'slot_free' }] },
    hypothesisOf(impact),
  );
  return found.filter((other) => other.unitId !== unitId || other.start !== startsAt.getTime());
}
