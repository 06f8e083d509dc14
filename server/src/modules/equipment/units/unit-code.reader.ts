import { type Context, db } from '../../../platform/context/context.ts';
import { readCode } from './unit-code.rules.ts';

/** The unit in use behind a code, as somebody typed it, whose machine everybody may see. */
export async function findUnitByCode(ctx: Context, typed: string): Promise<string | undefined> {
  const code = readCode(typed);
  if (code === undefined) return undefined;
  const row = await db(ctx)
    .selectFrom('unit')
    .innerJoin('equipment', 'equipment.id', 'unit.equipment_id')
    .select('unit.id')
    .where('unit.code', '=', code)
    .where('unit.withdrawn_at', 'is', null)
    .where('equipment.withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row?.id;
}
