import { sql } from 'kysely';
import { may } from '../../../access/rights.rules.ts';
import { type Context, db } from '../../../platform/context/context.ts';
import { isId } from '../../../shared/ids/ids.ts';

/** A unit whose problem somebody reports, as far as the actor may know of it; undefined where there is none in use. */
export async function findReportedUnit(ctx: Context, unitId: string) {
  if (!isId(unitId)) return undefined;
  const row = await db(ctx)
    .selectFrom('unit')
    .innerJoin('equipment', 'equipment.id', 'unit.equipment_id')
    .select(['unit.id as unitId', 'equipment.id as equipmentId', 'equipment.centre_id as centreId', 'equipment.state'])
    .select((eb) =>
      eb
        .selectFrom('equipment_steward')
        .select(sql<string[]>`coalesce(array_agg(person_id), '{}')`.as('ids'))
        .whereRef('equipment_steward.equipment_id', '=', 'equipment.id')
        .as('stewardIds'),
    )
    .where('unit.id', '=', unitId)
    .where('unit.withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (!row || (row.state !== 'published' && !may(ctx.actor, 'see-desk', row.centreId))) return undefined;
  return { ...row, stewardIds: row.stewardIds ?? [] };
}

/** Whether a person is checked in at a unit now. */
export async function isCheckedIn(ctx: Context, unitId: string, personId: string): Promise<boolean> {
  const row = await db(ctx)
    .selectFrom('booking')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('booker_id', '=', personId)
    .where('state', '=', 'checked_in')
    .where('ends_at', '>', ctx.now)
    .executeTakeFirst();
  return row !== undefined;
}
