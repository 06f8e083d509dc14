import type { Context } from '../../../platform/context/context.ts';
import { readBookings } from '../bookings/booking.reader.ts';
import { type BookableRequest, readBookableEquipment } from '../conditions/bookable-equipment.reader.ts';
import { readFactsOf } from '../conditions/booking-facts.reader.ts';
import { minute } from '../conditions/condition.rules.ts';
import { latestEnd } from './latest-end.rules.ts';

/** Until when each booking could last now, in as many statements as for one; missing where it can last no longer. */
export async function readLatestEnds(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const bookings = [...(await readBookings(ctx, ids)).values()];
  if (bookings.length === 0) return new Map();
  const equipment = await readBookableEquipment(ctx, [...new Set(bookings.map(({ equipmentId }) => equipmentId))]);
  const requests = bookings.flatMap(({ id, equipmentId, unitId, startsAt, terms }): BookableRequest[] => {
    const found = equipment.get(equipmentId);
    if (!found) return [];
    const rules = { ...found.rules, bufferBeforeMinutes: terms.bufferBeforeMinutes };
    const endsAt = new Date(startsAt.getTime() + rules.maximumMinutes * minute);
    return [{ equipmentId, unitId, startsAt, endsAt, movingId: id, equipment: { ...found, rules } }];
  });
  const known = await readFactsOf(ctx, requests);
  const ends = new Map(known.map(({ request, facts }) => [request.movingId, latestEnd(facts)]));
  return new Map(
    bookings.flatMap(({ id, endsAt }) => {
      const end = ends.get(id);
      return end !== undefined && end > endsAt.getTime() ? [[id, new Date(end)] as const] : [];
    }),
  );
}
