import { sql } from 'kysely';
import { type Context, db } from '../context.ts';
import { type EquipmentRow, equipmentOf, selectEquipment } from './equipment.reader.ts';
import { isOpenAt } from './opening-condition.reader.ts';

/** What each centre offers, by name in the reader's language. */
export async function readEquipmentOfCentres(
  ctx: Context,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EquipmentRow[]>> {
  const { locale } = ctx;
  const rows = await selectEquipment(db(ctx))
    .where('equipment.centre_id', 'in', [...centreIds])
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

/** Whether centres are open now. */
export async function readOpenNow(ctx: Context, centreIds: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const rows = await db(ctx)
    .selectFrom('centre')
    .select(['centre.id', isOpenAt(ctx.now).as('open')])
    .where('centre.id', 'in', [...centreIds])
    .execute();
  return new Map(rows.map(({ id, open }) => [id, open]));
}
