import { sql } from 'kysely';
import { isInNetwork } from '../../../access/actor.rules.ts';
import { type Context, db } from '../../../platform/context/context.ts';
import { distanceFrom } from '../../directory/search/place.sql.ts';
import type { Assessment, Wish } from '../conditions/assessment.reader.ts';
import { type Bookable, readBookables } from '../conditions/bookable.reader.ts';
import type { BookingCondition, ConditionCheck } from '../conditions/booking-condition.rules.ts';
import { day } from '../conditions/facts.rules.ts';
import { type Alternative, type AlternativePlace, alternatives } from './alternatives.rules.ts';

/** How far from the wanted time and place it is worth looking. */
const daysBefore = 3;
const daysAfter = 7;
const kilometres = 100;
const mostPlaces = 8;

/** Conditions that no other time or place would meet. */
const personal: readonly BookingCondition[] = ['signed_in', 'email_verified'];

/** Where and when else a refused wish can be met, in two statements; none where only the account is in the way. */
export async function readAlternatives(
  ctx: Context,
  { wish, bookable }: Assessment,
  reasons: readonly ConditionCheck[],
): Promise<Alternative[]> {
  if (reasons.every(({ condition }) => personal.includes(condition))) return [];
  const barred = reasons.some(({ condition }) => condition === 'audience');
  const elsewhere = await readPlaces(ctx, bookable);
  const ids = [...(barred ? [] : [bookable.equipmentId]), ...elsewhere.keys()];
  if (ids.length === 0) return [];
  return findAlternatives(ctx, wish, bookable, ids, elsewhere);
}

async function findAlternatives(
  ctx: Context,
  wish: Wish,
  bookable: Bookable,
  ids: readonly string[],
  distances: ReadonlyMap<string, number | null>,
): Promise<Alternative[]> {
  const now = ctx.now.getTime();
  const [start, end] = [wish.startsAt.getTime(), wish.endsAt.getTime()];
  const latest = now + bookable.rules.horizonDays * day;
  const around = Math.min(Math.max(start, now), latest);
  const window = { start: Math.max(now, around - daysBefore * day), end: around + daysAfter * day };
  const longest = end - start + day;
  const bookables = await readBookables(ctx, ids, {
    from: new Date(window.start),
    until: new Date(window.end + longest),
    movingId: wish.movingId,
  });
  const { equipmentId, centreId } = bookable;
  const places = ids.flatMap((id) => bookables.get(id) ?? []).map((each) => placeOf(each, distances));
  return alternatives({ now, start, end, unitId: wish.unitId ?? undefined, equipmentId, centreId, window }, places);
}

const placeOf = (bookable: Bookable, distances: ReadonlyMap<string, number | null>): AlternativePlace => ({
  ...bookable,
  distance: distances.get(bookable.equipmentId) ?? null,
  units: bookable.withdrawn ? [] : bookable.units.filter((unit) => !unit.withdrawn),
});

/** The audiences and the centres whose equipment the actor may book. */
const mayBookOf = ({ actor }: Context): { open: readonly string[]; own: readonly string[] } => ({
  open: isInNetwork(actor) ? ['everyone', 'network'] : ['everyone'],
  own: actor.kind === 'member' ? actor.memberships.map((membership) => membership.centreId) : [],
});

/** Equipment of the same type that the actor may book, in the same centre, city or near, with its kilometres. */
async function readPlaces(ctx: Context, wanted: Bookable): Promise<ReadonlyMap<string, number | null>> {
  const { equipmentId, typeKey, centreId, cityId, latitude, longitude } = wanted;
  const { open, own } = mayBookOf(ctx);
  const distance =
    latitude === null || longitude === null
      ? sql<number | null>`null::float8`
      : distanceFrom({ latitude, longitude, within: kilometres });
  const { rows } = await sql<{ id: string; distance: number | null }>`
    select equipment.id, ${distance} as distance
    from equipment join centre on centre.id = equipment.centre_id
    where equipment.type_key = ${typeKey} and equipment.withdrawn_at is null and equipment.id <> ${equipmentId}
      and (equipment.audience = any(${sql.val(open)}::text[]) or centre.id = any(${sql.val(own)}::uuid[]))
      and (centre.id = ${centreId} or centre.city_id = ${cityId} or ${distance} <= ${kilometres}::float8)
    order by centre.id = ${centreId} desc, distance nulls last, equipment.id
    limit ${mostPlaces}`.execute(db(ctx));
  return new Map(rows.map((row) => [row.id, row.distance]));
}
