import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { distanceFrom } from '../../directory/search/place.sql.ts';
import { audienceReach } from '../../equipment/items/audience.rules.ts';
import { isFor } from '../../equipment/items/audience.sql.ts';
import {
  type BookableEquipment,
  type BookingRequest,
  readBookableEquipment,
} from '../conditions/bookable-equipment.reader.ts';
import type { BookingRefusal } from '../conditions/booking-facts.reader.ts';
import { day } from '../conditions/condition.rules.ts';
import type { BookingCondition } from '../conditions/conditions.ts';
import { readOpeningFacts } from '../conditions/opening-hours/opening-hours.reader.ts';
import { readUnitFacts } from '../conditions/unit-available/unit-available.reader.ts';
import { type Alternative, type AlternativePlace, alternatives } from './alternatives.rules.ts';

/** How far from the wanted time and place it is worth looking. */
const daysBefore = 3;
const daysAfter = 7;
const kilometres = 100;
const mostPlaces = 8;

/** Conditions that no other time or place would meet. */
const personal: readonly BookingCondition[] = ['signed_in', 'email_verified'];

/** What will be other than it is. */
export interface Hypothesis {
  /** A place as it will be. */
  readonly place: (place: AlternativePlace) => AlternativePlace;
  /** Until when times around the wanted one will be gone, epoch milliseconds. */
  readonly until?: number | undefined;
}

/**
 * Where and when else a refused request can be met, in as many statements whatever is found; none where only the
 * account is in the way.
 */
export async function readAlternatives(
  ctx: Context,
  {
    request,
    reasons,
  }: Pick<BookingRefusal, 'request'> & {
    readonly reasons: readonly Pick<BookingRefusal['reasons'][number], 'condition'>[];
  },
  hypothesis?: Hypothesis,
): Promise<Alternative[]> {
  if (reasons.every(({ condition }) => personal.includes(condition))) return [];
  const { equipment, equipmentId, unitId, startsAt, endsAt } = request;
  const barred = reasons.some(({ condition }) => condition === 'audience');
  const elsewhere = await readPlaces(ctx, equipment);
  const ids = [...(barred ? [] : [equipmentId]), ...elsewhere.keys()];
  if (ids.length === 0) return [];
  const search = {
    ...{ now: ctx.now.getTime(), start: startsAt.getTime(), end: endsAt.getTime() },
    ...{ unitId: unitId ?? undefined, equipmentId, centreId: equipment.centreId },
  };
  const usual = windowOf(search, equipment.rules.horizonDays);
  const window = { start: usual.start, end: Math.max(usual.end, (hypothesis?.until ?? 0) + daysBefore * day) };
  const places = await readSearched(ctx, { request, ids, elsewhere, window });
  return alternatives({ ...search, window }, hypothesis ? places.map(hypothesis.place) : places);
}

/** The days around the wanted time, or around the nearest that may be booked. */
function windowOf({ now, start }: Readonly<Record<'now' | 'start', number>>, horizonDays: number): Interval {
  const around = Math.min(Math.max(start, now), now + horizonDays * day);
  return { start: Math.max(now, around - daysBefore * day), end: around + daysAfter * day };
}

interface Searched {
  readonly request: BookingRequest;
  readonly ids: readonly string[];
  /** Kilometres by equipment. */
  readonly elsewhere: ReadonlyMap<string, number | null>;
  readonly window: Interval;
}

/** Everything searched through, with its hours and what occupies its units in the window. */
async function readSearched(ctx: Context, { request, ids, elsewhere, window }: Searched): Promise<AlternativePlace[]> {
  const known = await readBookableEquipment(ctx, ids);
  const longest = request.endsAt.getTime() - request.startsAt.getTime() + day;
  const requests = ids.flatMap((id) => {
    const equipment = known.get(id);
    const time = { startsAt: new Date(window.start), endsAt: new Date(window.end + longest) };
    const { movingId, holdId } = request;
    return equipment ? [{ ...time, equipmentId: id, movingId, holdId, equipment }] : [];
  });
  const [openings, units] = await Promise.all([readOpeningFacts(ctx, requests), readUnitFacts(ctx, requests)]);
  return requests.flatMap(({ equipment }, index) => {
    const [opening, free] = [openings[index], units[index]];
    if (!opening || !free) return [];
    const { id, centreId, zone, rules } = equipment;
    const distance = elsewhere.get(id) ?? null;
    return [{ equipmentId: id, centreId, zone, rules, distance, opening: opening.opening, units: free.units }];
  });
}

/** Equipment of the same type that the actor may book, in the same centre, city or near, with its kilometres. */
async function readPlaces(ctx: Context, wanted: BookableEquipment): Promise<ReadonlyMap<string, number | null>> {
  const { id: equipmentId, typeKey, centreId, cityId, latitude, longitude } = wanted;
  const distance =
    latitude === null || longitude === null
      ? sql<number | null>`null::float8`
      : distanceFrom({ latitude, longitude, within: kilometres });
  const { rows } = await sql<{ id: string; distance: number | null }>`
    select equipment.id, ${distance} as distance
    from equipment join centre on centre.id = equipment.centre_id
    where equipment.type_key = ${typeKey} and equipment.withdrawn_at is null and equipment.id <> ${equipmentId}
      and ${isFor(audienceReach(ctx.actor))}
      and (centre.id = ${centreId} or centre.city_id = ${cityId} or ${distance} <= ${kilometres}::float8)
    order by centre.id = ${centreId} desc, distance nulls last, equipment.id
    limit ${mostPlaces}`.execute(db(ctx));
  return new Map(rows.map((row) => [row.id, row.distance]));
}
