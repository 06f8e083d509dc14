import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { isId } from '../../../shared/ids/ids.ts';

const selectClosures = (database: Database) =>
  database
    .selectFrom('closure')
    .innerJoin('centre', 'centre.id', 'closure.centre_id')
    .select(['closure.id', 'closure.centre_id as centreId', 'closure.equipment_id as equipmentId'])
    .select(['closure.unit_id as unitId', 'closure.kind', 'closure.messages', 'centre.zone'])
    .select(['closure.starts_at as startsAt', 'closure.ends_at as endsAt', 'closure.created_at as createdAt'])
    .select(['closure.created_by_id as createdById', 'closure.lifted_at as liftedAt', 'closure.version']);

type Stored = Awaited<ReturnType<ReturnType<typeof selectClosures>['execute']>>[number];

const closureOf = (stored: Stored) => ({
  ...stored,
  equipmentId: stored.equipmentId ?? null,
  unitId: stored.unitId ?? null,
  createdById: stored.createdById ?? null,
  liftedAt: stored.liftedAt ?? null,
});

export type ClosureRow = ReturnType<typeof closureOf>;

/** Closures by id. */
export async function readClosures(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, ClosureRow>> {
  const rows = await selectClosures(db(ctx))
    .where('closure.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, closureOf(row)]));
}

/** One closure, locked until the transaction ends where `lock` is set. */
export async function findClosure(ctx: Context, id: string, lock = false): Promise<ClosureRow | undefined> {
  if (!isId(id)) return undefined;
  const query = selectClosures(db(ctx)).where('closure.id', '=', id);
  const row = await (lock ? query.forUpdate('closure') : query).executeTakeFirst();
  return row && closureOf(row);
}

/** The closures of a centre that stand and are not over, the next one first. */
export async function readStandingClosures(ctx: Context, centreId: string): Promise<ClosureRow[]> {
  const rows = await selectClosures(db(ctx))
    .where('closure.centre_id', '=', centreId)
    .where('closure.lifted_at', 'is', null)
    .where('closure.ends_at', '>', ctx.now)
    .orderBy('closure.starts_at')
    .orderBy('closure.id')
    .execute();
  return rows.map(closureOf);
}

/** The row of `unit` belongs to what the row of `closure` closes. */
export const isClosedBy = sql<boolean>`(case when closure.unit_id is not null then unit.id = closure.unit_id
  when closure.equipment_id is not null then unit.equipment_id = closure.equipment_id
  else unit.equipment_id in (select equipment.id from equipment where equipment.centre_id = closure.centre_id) end)`;
