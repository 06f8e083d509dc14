import { type Context, db } from '../../../platform/context/context.ts';
import { typeName } from '../../vocabulary/equipment-types/type-names.sql.ts';
import { type EquipmentRow, named, selectEquipment } from './equipment.reader.ts';

/** What each centre offers, by name in the reader's language. */
export async function readEquipmentOfCentres(
  ctx: Context,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EquipmentRow[]>> {
  const rows = await selectEquipment(db(ctx))
    .where('equipment.centre_id', 'in', [...centreIds])
    .where('equipment.withdrawn_at', 'is', null)
    .orderBy((eb) => eb.fn('talka_fold', [eb.fn.coalesce('equipment.name', typeName(ctx.locale))]))
    .orderBy('equipment.id')
    .execute();
  return Map.groupBy(
    rows.map((row) => named(row, ctx.locale)),
    ({ centreId }) => centreId,
  );
}

/** How much equipment each centre offers; centres without any are left out. */
export async function countEquipmentOfCentres(
  ctx: Context,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db(ctx)
    .selectFrom('equipment')
    .select((eb) => ['centre_id as id', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('centre_id', 'in', [...centreIds])
    .where('withdrawn_at', 'is', null)
    .groupBy('centre_id')
    .execute();
  return new Map(rows.map(({ id, count }) => [id, count]));
}
