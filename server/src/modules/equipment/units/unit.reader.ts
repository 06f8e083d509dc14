import { type Context, db } from '../../../platform/context/context.ts';
import type { Database } from '../../../platform/database/tables.ts';

const selectUnits = (database: Database) =>
  database.selectFrom('unit').select(['id', 'equipment_id as equipmentId', 'position', 'name as ownName']);

type Stored = Awaited<ReturnType<ReturnType<typeof selectUnits>['execute']>>[number];

export interface UnitRow {
  id: string;
  equipmentId: string;
  position: number;
  /** Its own name, else its number. */
  name: string;
}

const named = ({ ownName, ...unit }: Stored): UnitRow => ({ ...unit, name: ownName ?? String(unit.position) });

/** Units by id, also those that were withdrawn: bookings go on naming them. */
export async function readUnits(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, UnitRow>> {
  const rows = await selectUnits(db(ctx))
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, named(row)]));
}

/** The units in use of each equipment, in their order. */
export async function readUnitsOf(
  ctx: Context,
  equipmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly UnitRow[]>> {
  const rows = await selectUnits(db(ctx))
    .where('equipment_id', 'in', [...equipmentIds])
    .where('withdrawn_at', 'is', null)
    .orderBy('position')
    .execute();
  return Map.groupBy(rows.map(named), (unit) => unit.equipmentId);
}
