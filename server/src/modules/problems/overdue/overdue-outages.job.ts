import { type Context, db } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { defineQueue } from '../../../platform/jobs/queue.ts';
import { outageChanged } from '../../booking/outages/outage.events.ts';
import { lastingOutage, lockForOutage, stopUnit } from '../../booking/outages/outage.service.ts';
import { writeStep } from '../changes/change-problem.service.ts';
import { problemChanged } from '../problem.events.ts';
import { readProblems } from '../problem.reader.ts';
import { movedOn, openStates } from '../problem-lifecycle.rules.ts';

/** Every five minutes, moves the expected ends on that passed without anybody saying that it works again. */
export const overdueOutages = defineQueue({
  name: 'overdue-outages',
  schedule: '*/5 * * * *',
  alone: true,
  retries: 2,
  patience: 300,
  waitsAtMost: 1,
  handle: (_data, { ctx, signal }) => moveOverdueOn(ctx, signal),
});

const mostPerRun = 500;

/** Moves every end that has come by days, one outage at a time, until none is left or the signal comes. */
export async function moveOverdueOn(ctx: Context, signal: AbortSignal): Promise<void> {
  const overdue = await db(ctx)
    .selectFrom('outage')
    .innerJoin('unit', 'unit.id', 'outage.unit_id')
    .innerJoin('equipment', 'equipment.id', 'unit.equipment_id')
    .select(['outage.id', 'unit.id as unitId', 'equipment.id as equipmentId', 'equipment.centre_id as centreId'])
    .where('outage.lifted_at', 'is', null)
    .where('outage.ends_at', '<=', ctx.now)
    .orderBy('outage.ends_at')
    .limit(mostPerRun)
    .execute();
  for (const outage of overdue) {
    if (signal.aborted) return;
    await transact(ctx, (tx) => moveOn(tx, outage));
  }
}

interface Overdue {
  readonly id: string;
  readonly unitId: string;
  readonly equipmentId: string;
  readonly centreId: string;
}

/** Whoever said "fixed" a moment before had the lock first: then nothing is left to move. */
async function moveOn(tx: Context, { id, ...place }: Overdue): Promise<void> {
  await lockForOutage(tx, place.equipmentId);
  const lasting = await lastingOutage(tx, place.unitId);
  if (lasting?.id !== id || lasting.endsAt > tx.now) return;
  const endsAt = movedOn(lasting.endsAt, tx.now);
  await stopUnit(tx, place, endsAt);
  record(tx, outageChanged({ ...place, touched: { start: lasting.endsAt.getTime(), end: endsAt.getTime() } }));
  const open = await db(tx)
    .selectFrom('problem')
    .select('id')
    .where('outage_id', '=', id)
    .where('state', 'in', [...openStates])
    .execute();
  const rows =
    open.length > 0
      ? await readProblems(
          tx,
          open.map((row) => row.id),
        )
      : new Map<string, never>();
  for (const problem of rows.values()) {
    await writeStep(tx, problem.id, { kind: 'move_on', words: '', endsAt });
    const { reporterId, kind, state } = problem;
    record(tx, problemChanged({ ...place, id: problem.id, reporterId, kind, state, step: 'move_on', endsAt }));
  }
}
