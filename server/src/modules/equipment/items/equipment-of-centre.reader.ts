import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { type EquipmentRow, equipmentOf, type StoredEquipment, selectEquipment } from './equipment.reader.ts';

/** What each centre offers, by name in the reader's language. */
export async function readEquipmentOfCentres(
  ctx: Context,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EquipmentRow[]>> {
  const { locale } = ctx;
  const { rows } = await sql<StoredEquipment>`${selectEquipment}
    where equipment.centre_id = any(${centreIds}::uuid[]) and equipment.withdrawn_at is null
    order by talka_fold(coalesce(equipment.name, equipment_type.names ->> ${locale}, equipment_type.names ->> 'en')),
      equipment.id`.execute(db(ctx));
  return Map.groupBy(
    rows.map((row) => equipmentOf(row, locale)),
    (equipment) => equipment.centreId,
  );
}

/** How much equipment each centre offers; centres without any are left out. */
export async function countEquipmentOfCentres(
  ctx: Context,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db(ctx)
    .selectFrom('equipment')
    .select(['centre_id as id', sql<number>`count(*)::int`.as('count')])
    .where('centre_id', 'in', [...centreIds])
    .where('withdrawn_at', 'is', null)
    .groupBy('centre_id')
    .execute();
  return new Map(rows.map(({ id, count }) => [id, count]));
}
