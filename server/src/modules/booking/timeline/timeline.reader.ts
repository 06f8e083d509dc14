import { type Context, db } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
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
  const units = db(ctx)
    .selectFrom('unit')
    .innerJoin('equipment', 'equipment.id', 'unit.equipment_id')
    .select(['unit.id as unitId', 'equipment.id as equipmentId'])
    .where('unit.withdrawn_at', 'is', null)
    .where('equipment.withdrawn_at', 'is', null)
    .limit(most + 1);
  if ('centreId' in place) {
    const { centreId } = place;
    const found = await units.where('equipment.centre_id', '=', centreId).execute();
    return found.length > 0 || (await load(ctx, readCentres, centreId)) ? found : undefined;
  }
  const ids = [...new Set(place.equipmentIds)];
  if (ids.length === 0) return [];
  const [equipment, found] = await Promise.all([
    Promise.all(ids.map((id) => load(ctx, readEquipment, id))),
    units.where('equipment.id', 'in', ids).execute(),
  ]);
  return equipment.every(Boolean) ? found : undefined;
}

/** The lanes of units in `[from, until)`, by equipment's name and position, in as many statements whatever their number. */
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
    Promise.all(equipmentIds.map((id) => load(ctx, readEquipment, id))),
    readOccupancies(ctx, unitIds, from, until),
  ]);
  const byId = new Map(equipment.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const openings = await readOpenings(ctx, [...new Set([...byId.values()].map(({ centreId }) => centreId))]);
  const byUnit = Map.groupBy(occupancies, ({ unitId }) => unitId);
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
    const row = byId.get(equipmentId);
    return unit && row ? [{ unit, equipment: row, open: openOf(row), occupancies: byUnit.get(unitId) ?? [] }] : [];
  });
  return lanes.sort(byName(ctx.locale));
}

function byName(locale: Locale): (a: Lane, b: Lane) => number {
  const { compare } = new Intl.Collator(locale);
  return (a, b) =>
    compare(a.equipment.name, b.equipment.name) ||
    (a.equipment.id === b.equipment.id ? a.unit.position - b.unit.position : a.equipment.id < b.equipment.id ? -1 : 1);
}
