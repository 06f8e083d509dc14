import { type RawBuilder, sql } from 'kysely';
import { type Context, db, foretell } from '../../../platform/context/context.ts';
import { kept } from '../../../platform/database/kept-plans.ts';
import type { Along } from '../../../platform/graphql/read-along.ts';
import type { EquipmentTypeRow } from '../../vocabulary/equipment-types/equipment-type.reader.ts';
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

/** What lists show of equipment that show no more of it. */
export interface NamedEquipment extends Pick<EquipmentRow, 'id' | 'name' | 'description' | 'typeKey' | 'centreId'> {
  readonly type: Pick<EquipmentTypeRow, 'key' | 'name'>;
}

/** One column of an equipment after the other, as JSON; the name of its type in the reader's language. */
type NamedColumns = [id: string, name: string | null, description: string, typeKey: string, typeName: string];

/** What centres offer by name, without the rules of booking: one JSON array for `centre.id`. */
const namedEquipmentOf = ({ locale }: Context): RawBuilder<NamedColumns[] | null> => sql`(
  select json_agg(json_build_array(equipment.id, equipment.name, equipment.description, equipment.type_key,
      coalesce(type.names ->> ${locale}, type.names ->> 'en',
        (select value from jsonb_each_text(type.names) limit 1), type.key))
    order by talka_fold(coalesce(equipment.name, type.names ->> ${locale}, type.names ->> 'en')), equipment.id)
  from equipment join equipment_type type on type.key = equipment.type_key
  where equipment.centre_id = centre.id and equipment.withdrawn_at is null)`;

const namedEquipment = (centreId: string, columns: readonly NamedColumns[] | null): readonly NamedEquipment[] =>
  (columns ?? []).map(([id, name, description, typeKey, typeName]) => ({
    id,
    name: name ?? typeName,
    description,
    typeKey,
    centreId,
    type: { key: typeKey, name: typeName },
  }));

/** As {@link readEquipmentOfCentres}, with the names of the types and without the rules of booking. */
export async function readNamedEquipmentOfCentres(
  ctx: Context,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, readonly NamedEquipment[]>> {
  const { rows } = await sql<{ id: string; offered: NamedColumns[] | null }>`
    select ${kept} centre.id, ${namedEquipmentOf(ctx)} as offered
    from centre where centre.id = any(${centreIds}::uuid[])`.execute(db(ctx));
  return new Map(rows.map(({ id, offered }) => [id, namedEquipment(id, offered)]));
}

/** The same for a statement over `centre`. */
export const namedEquipmentAlong = (ctx: Context): Along => ({
  value: namedEquipmentOf(ctx),
  keep: (reading, id, columns) =>
    foretell(reading, readNamedEquipmentOfCentres, id, namedEquipment(id, columns as NamedColumns[] | null)),
});

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

/** The same for a statement over `centre`. */
export const equipmentCountAlong: Along = {
  value: sql`(select count(*)::int from equipment
    where equipment.centre_id = centre.id and equipment.withdrawn_at is null)`,
  keep: (reading, id, count) => foretell(reading, countEquipmentOfCentres, id, count as number),
};
