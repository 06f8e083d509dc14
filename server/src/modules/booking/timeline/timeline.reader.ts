import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { type EquipmentRow, readEquipment } from '../../equipment/items/equipment.reader.ts';
import { readUnits, type UnitRow } from '../../equipment/units/unit.reader.ts';
import { openingOf } from '../../opening-hours/hours/centre-opening.rules.ts';
import { readOpenings } from '../../opening-hours/hours/opening.reader.ts';
import { type Opening, openIntervals } from '../../opening-hours/hours/opening.rules.ts';
import { type OccupancyRow, readOccupancies } from './occupancy.reader.ts';

/** What a timeline shows: some equipment, or all of a centre. */
export type TimelinePlace = { readonly equipmentIds: readonly string[] } | { readonly centreId: string };

/** One unit over the time asked for. */
export interface Lane {
  readonly unit: UnitRow;
  readonly equipment: EquipmentRow;
  readonly open: readonly Interval[];
  readonly occupancies: readonly OccupancyRow[];
}

/** The units in use at a place, at most `most + 1` of them; undefined where there is no such place. */
export async function readPlaceUnits(
  ctx: Context,
  place: TimelinePlace,
  most: number,
): Promise<readonly { unitId: string; equipmentId: string }[] | undefined> {
  const wanted = 'centreId' in place ? 1 : new Set(place.equipmentIds).size;
  const inPlace =
    'centreId' in place
      ? sql`e.centre_id = ${place.centreId}`
      : sql`e.id = any(${sql.val([...place.equipmentIds])}::uuid[])`;
  const known =
    'centreId' in place
      ? sql`(select count(*) from centre where id = ${place.centreId})`
      : sql`(select count(*) from equipment e where ${inPlace})`;
  const { rows } = await sql<{ known: number; units: { unitId: string; equipmentId: string }[] }>`
    select ${known}::int as known, coalesce((
      select jsonb_agg(jsonb_build_object('unitId', found.id, 'equipmentId', found.equipment_id))
      from (select u.id, u.equipment_id from unit u join equipment e on e.id = u.equipment_id
        where ${inPlace} and u.withdrawn_at is null and e.withdrawn_at is null limit ${most + 1}) found), '[]') as units
    `.execute(db(ctx));
  return rows[0]?.known === wanted ? rows[0].units : undefined;
}

/** The lanes of units in `[from, until)`, by equipment's name and position, in four statements. */
export async function readLanes(
  ctx: Context,
  places: readonly { unitId: string; equipmentId: string }[],
  from: Date,
  until: Date,
): Promise<Lane[]> {
  if (places.length === 0) return [];
  const unitIds = places.map(({ unitId }) => unitId);
  const equipmentIds = [...new Set(places.map(({ equipmentId }) => equipmentId))];
  const [units, equipment, occupancies] = await Promise.all([
    readUnits(ctx, unitIds),
    readEquipment(ctx, equipmentIds),
    readOccupancies(ctx, unitIds, from, until),
  ]);
  const openings = await readOpenings(ctx, [...new Set([...equipment.values()].map(({ centreId }) => centreId))]);
  const taken = Map.groupBy(occupancies, ({ unitId }) => unitId);
  const known = new Map<Opening, readonly Interval[]>();
  const openOf = ({ id, centreId, zone }: EquipmentRow): readonly Interval[] => {
    const ofCentre = openings.get(centreId);
    if (!ofCentre) return [];
    const { opening } = openingOf(ofCentre, id);
    const intervals =
      known.get(opening) ?? openIntervals({ ...opening, zone, from: from.getTime(), until: until.getTime() });
    known.set(opening, intervals);
    return intervals;
  };
  const lanes = places.flatMap(({ unitId, equipmentId }) => {
    const unit = units.get(unitId);
    const row = equipment.get(equipmentId);
    return unit && row ? [{ unit, equipment: row, open: openOf(row), occupancies: taken.get(unitId) ?? [] }] : [];
  });
  return lanes.sort(byName(ctx.locale));
}

function byName(locale: Locale): (a: Lane, b: Lane) => number {
  const { compare } = new Intl.Collator(locale);
  return (a, b) =>
    compare(a.equipment.name, b.equipment.name) ||
    (a.equipment.id === b.equipment.id ? a.unit.position - b.unit.position : a.equipment.id < b.equipment.id ? -1 : 1);
}
