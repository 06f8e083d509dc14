import type { Context } from '../../../../platform/context/context.ts';
import { notFound } from '../../../../shared/errors.ts';
import { hull, overlap } from '../../../../shared/time/interval.rules.ts';
import { isOwnHold } from '../../holds/hold.policy.ts';
import { readBusyUnits } from '../../occupancy/busy-units.reader.ts';
import type { BookableRequest } from '../bookable-equipment.reader.ts';
import { withBuffers } from '../condition.rules.ts';
import type { UnitFacts } from './unit-facts.rules.ts';

/** The units that each request may take, with what occupies them then; in one statement. Throws NOT_FOUND for a unit of others. */
export async function readUnitFacts(ctx: Context, requests: readonly BookableRequest[]): Promise<UnitFacts[]> {
  const windows = requests.map(({ startsAt, endsAt, equipment }) =>
    withBuffers({ startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), rules: equipment.rules }),
  );
  const [first, ...more] = windows;
  if (!first) return [];
  const units = await readBusyUnits(
    ctx,
    requests.map(({ equipment }) => equipment.id),
    more.reduce(hull, first),
  );
  return requests.map(({ equipment, unitId, movingId, givingWay, holdId }, index) => {
    const known = units.get(equipment.id) ?? [];
    if (unitId && !known.some(({ id }) => id === unitId)) throw notFound();
    const candidates = known
      .filter((unit) => !equipment.withdrawn && !unit.withdrawn && (!unitId || unit.id === unitId))
      .map(({ id, busy }) => ({
        id,
        busy: busy.filter(
          (time) =>
            (movingId === undefined || time.bookingId !== movingId) &&
            (time.bookingId === null || !givingWay?.has(time.bookingId)) &&
            !isOwnHold(ctx.actor, time, holdId) &&
            overlap(time, windows[index] ?? time),
        ),
      }));
    return { units: candidates };
  });
}
