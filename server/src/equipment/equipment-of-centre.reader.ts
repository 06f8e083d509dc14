import { sql } from 'kysely';
import { type Context, db } from '../context.ts';
import { kept } from '../database/kept-plans.ts';
import { type EquipmentRow, equipmentOf, selectEquipment } from './equipment.reader.ts';
import type { EquipmentTypeRow } from './equipment-type.reader.ts';

/** What each centre offers, by name in the reader's language. */
export async function readEquipmentOfCentres(
  ctx: Context,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EquipmentRow[]>> {
  const { locale } = ctx;
  const rows = await selectEquipment(db(ctx))
    .modifyFront(kept)
    .where(sql<boolean>`equipment.centre_id = any(${centreIds}::uuid[])`)
    .where('equipment.withdrawn_at', 'is', null)
    .orderBy(
      sql`talka_fold(coalesce(equipment.name, equipment_type.names ->> ${locale}, equipment_type.names ->> 'en'))`,
    )
    .orderBy('equipment.id')
    .execute();
  return Map.groupBy(
    rows.map((row) => equipmentOf(row, locale)),
    (equipment) => equipment.centreId,
  );
}

/** What lists show of equipment that show no more of it. */
export interface NamedEquipment extends Pick<EquipmentRow, 'id' | 'name' | 'description' | 'typeKey' | 'centreId'> {
  readonly type: Pick<EquipmentTypeRow, 'key' | 'name'>;
}

/** As {@link readEquipmentOfCentres}, with the names of the types and without the rules of booking. */
export async function readNamedEquipmentOfCentres(
  ctx: Context,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, readonly NamedEquipment[]>> {
  const { locale } = ctx;
  const { rows } = await sql<Omit<NamedEquipment, 'name' | 'type'> & { ownName: string | null; typeName: string }>`
    select ${kept} equipment.id, equipment.name as "ownName", equipment.description,
      equipment.type_key as "typeKey", equipment.centre_id as "centreId",
      coalesce(type.names ->> ${locale}, type.names ->> 'en',
        (select value from jsonb_each_text(type.names) limit 1), type.key) as "typeName"
    from equipment join equipment_type type on type.key = equipment.type_key
    where equipment.centre_id = any(${centreIds}::uuid[]) and equipment.withdrawn_at is null
    order by talka_fold(coalesce(equipment.name, type.names ->> ${locale}, type.names ->> 'en')), equipment.id`.execute(
    db(ctx),
  );
  return Map.groupBy(
    rows.map(({ ownName, typeName, ...row }) => ({
      ...row,
      name: ownName ?? typeName,
      type: { key: row.typeKey, name: typeName },
    })),
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
