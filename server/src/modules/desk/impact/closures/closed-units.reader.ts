import { type Context, db } from '../../../../platform/context/context.ts';
import { badInput, DomainError, notFound } from '../../../../shared/errors.ts';
import { isId } from '../../../../shared/ids/ids.ts';
import { mayClose } from './closure.policy.ts';

/** What is to be closed: just one of them. */
export interface PlaceChoice {
  readonly centreId?: string | null | undefined;
  readonly equipmentId?: string | null | undefined;
  readonly unitId?: string | null | undefined;
}

/** A place with all of its units that are still offered. */
export interface ClosedUnits {
  readonly centreId: string;
  /** Null where the whole centre is meant. */
  readonly equipmentId: string | null;
  /** Null where the whole equipment is meant. */
  readonly unitId: string | null;
  readonly unitIds: readonly string[];
  readonly equipmentIds: readonly string[];
}

/** The place that the actor may close. Throws BAD_INPUT, NOT_FOUND, FORBIDDEN. */
export async function findPlace(ctx: Context, { centreId, equipmentId, unitId }: PlaceChoice): Promise<ClosedUnits> {
  const given = [centreId, equipmentId, unitId].filter((id) => id !== null && id !== undefined);
  const [id] = given;
  if (given.length !== 1 || id === undefined) throw badInput([{ field: 'centreId', message: { key: 'closure.one' } }]);
  if (!isId(id)) throw notFound();
  const column = centreId ? 'centre.id' : equipmentId ? 'equipment.id' : 'unit.id';
  const rows = await db(ctx)
    .selectFrom('centre')
    .leftJoin('equipment', 'equipment.centre_id', 'centre.id')
    .leftJoin('unit', 'unit.equipment_id', 'equipment.id')
    .select(['centre.id as centreId', 'equipment.id as equipmentId', 'unit.id as unitId'])
    .where(column, '=', id)
    .orderBy('unit.id')
    .execute();
  const [first] = rows;
  if (!first) throw notFound();
  const place = {
    centreId: first.centreId,
    equipmentId: centreId ? null : (first.equipmentId ?? null),
    unitId: unitId ? (first.unitId ?? null) : null,
  };
  if (!mayClose(ctx.actor, place)) throw new DomainError('FORBIDDEN');
  return {
    ...place,
    unitIds: rows.flatMap((row) => row.unitId ?? []),
    equipmentIds: [...new Set(rows.flatMap((row) => row.equipmentId ?? []))],
  };
}
