import { sql } from 'kysely';
import { type Context, db } from '../../platform/context/context.ts';
import type { Database } from '../../platform/database/tables.ts';
import { isId } from '../../shared/ids/ids.ts';
import { mayReadProblem } from './problem.policy.ts';
import { openStates } from './problem-lifecycle.rules.ts';

const selectProblems = (database: Database) =>
  database
    .selectFrom('problem')
    .innerJoin('unit', 'unit.id', 'problem.unit_id')
    .innerJoin('equipment', 'equipment.id', 'unit.equipment_id')
    .leftJoin('outage', 'outage.id', 'problem.outage_id')
    .select(['problem.id', 'problem.unit_id as unitId', 'problem.kind', 'problem.state', 'problem.words'])
    .select(['problem.reporter_id as reporterId', 'problem.reported_at as reportedAt', 'problem.version'])
    .select(['problem.assignee_id as assigneeId', 'problem.same_as_id as sameAsId', 'problem.closed_at as closedAt'])
    .select(['problem.outage_id as outageId', 'equipment.id as equipmentId', 'equipment.centre_id as centreId'])
    .select(sql<Date | null>`case when outage.lifted_at is null then outage.ends_at end`.as('endsAt'))
    .select((eb) =>
      eb
        .selectFrom('equipment_steward')
        .select(sql<string[]>`coalesce(array_agg(person_id), '{}')`.as('ids'))
        .whereRef('equipment_steward.equipment_id', '=', 'equipment.id')
        .as('stewardIds'),
    );

type Stored = Awaited<ReturnType<ReturnType<typeof selectProblems>['execute']>>[number];
export type ProblemRow = ReturnType<typeof problemOf>;

const problemOf = (stored: Stored) => ({
  ...stored,
  reporterId: stored.reporterId ?? null,
  assigneeId: stored.assigneeId ?? null,
  sameAsId: stored.sameAsId ?? null,
  closedAt: stored.closedAt ?? null,
  outageId: stored.outageId ?? null,
  /** When it is expected to work again, where it is out of order for this problem. */
  endsAt: stored.endsAt ?? null,
  stewardIds: stored.stewardIds ?? [],
});

/** Problems by id, whoever asks. */
export async function readProblems(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, ProblemRow>> {
  const rows = await selectProblems(db(ctx))
    .where('problem.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, problemOf(row)]));
}

/** A problem that the actor may read; locked until the transaction ends where `lock` is set. */
export async function findProblem(ctx: Context, id: string, lock = false): Promise<ProblemRow | undefined> {
  if (!isId(id)) return undefined;
  if (lock) await db(ctx).selectFrom('problem').select('id').where('id', '=', id).forUpdate().execute();
  const row = (await readProblems(ctx, [id])).get(id);
  return row && mayReadProblem(ctx.actor, row) ? row : undefined;
}

/** What is open at each piece of equipment, the worst first. */
export async function readOpenProblemsOf(
  ctx: Context,
  equipmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ProblemRow[]>> {
  const rows = await selectProblems(db(ctx))
    .where('equipment.id', 'in', [...equipmentIds])
    .where('problem.state', 'in', [...openStates])
    .orderBy(worst)
    .orderBy('problem.reported_at')
    .execute();
  return Map.groupBy(rows.map(problemOf), ({ equipmentId }) => equipmentId);
}

const worst = sql`array_position(array['danger', 'unusable', 'limits', 'note']::text[], problem.kind::text)`;
/** The most problems that a board shows at once. */
const longestBoard = 200;

/** The problems of a centre: those that are open, the worst and oldest first, or those that were closed last. */
export async function listProblems(ctx: Context, centreId: string, open: boolean): Promise<ProblemRow[]> {
  const query = selectProblems(db(ctx)).where('equipment.centre_id', '=', centreId).limit(longestBoard);
  const rows = await (open
    ? query
        .where('problem.state', 'in', [...openStates])
        .orderBy(worst)
        .orderBy('problem.reported_at')
    : query.where('problem.closed_at', 'is not', null).orderBy('problem.closed_at', 'desc')
  )
    .orderBy('problem.id')
    .execute();
  return rows.map(problemOf);
}

/** What was done about each problem, the first first. */
export async function readSteps(ctx: Context, problemIds: readonly string[]) {
  const rows = await db(ctx)
    .selectFrom('problem_step')
    .select([
      'id',
      'problem_id as problemId',
      'at as doneAt',
      'person_id as personId',
      'kind',
      'words',
      'ends_at as endsAt',
    ])
    .where('problem_id', 'in', [...problemIds])
    .orderBy('at')
    .orderBy('id')
    .execute();
  const steps = rows.map(({ doneAt, ...row }) => ({
    ...row,
    at: doneAt,
    personId: row.personId ?? null,
    endsAt: row.endsAt ?? null,
  }));
  return Map.groupBy(steps, ({ problemId }) => problemId);
}
export type ProblemStepRow = NonNullable<ReturnType<Awaited<ReturnType<typeof readSteps>>['get']>>[number];

/** How often a machine had problems, and how long it took: until somebody looked, and until it was fixed. */
export async function readFigures(ctx: Context, equipmentIds: readonly string[]) {
  const rows = await db(ctx)
    .selectFrom('problem')
    .innerJoin('unit', 'unit.id', 'problem.unit_id')
    .leftJoin('outage', 'outage.id', 'problem.outage_id')
    .select('unit.equipment_id as id')
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<number | null>`(avg(extract(epoch from problem.closed_at - problem.reported_at))
        filter (where problem.state = 'fixed') / 60)::int`.as('minutesToFix'),
      sql<number>`(coalesce(sum(extract(epoch from
        least(coalesce(outage.lifted_at, ${ctx.now}::timestamptz), ${ctx.now}::timestamptz) - outage.starts_at)), 0) / 60)::int`.as(
        'minutesOut',
      ),
    ])
    .where('unit.equipment_id', 'in', [...equipmentIds])
    .where('problem.state', '<>', 'same_as')
    .groupBy('unit.equipment_id')
    .execute();
  return new Map(rows.map(({ id, ...figures }) => [id, { ...figures, minutesToFix: figures.minutesToFix ?? null }]));
}

/** What is open at a unit, the oldest first. */
export async function listOpenOfUnit(ctx: Context, unitId: string): Promise<ProblemRow[]> {
  const rows = await selectProblems(db(ctx))
    .where('problem.unit_id', '=', unitId)
    .where('problem.state', 'in', [...openStates])
    .orderBy('problem.reported_at')
    .limit(50)
    .execute();
  return rows.map(problemOf);
}
