import { type Context, confirmed, db } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { badInput, DomainError, notFound } from '../../../shared/errors.ts';
import { isId, newId } from '../../../shared/ids/ids.ts';
import { textProblem } from '../../../shared/text/text.rules.ts';
import { outageChanged } from '../../booking/outages/outage.events.ts';
import { liftOutage, lockForOutage, stopUnit } from '../../booking/outages/outage.service.ts';
import type { ProblemAct } from '../problem.enums.ts';
import { problemChanged } from '../problem.events.ts';
import { mayHandle } from '../problem.policy.ts';
import { findProblem, type ProblemRow, readProblems } from '../problem.reader.ts';
import { isOpen, longestOutageDays, openStates, stateAfterAct } from '../problem-lifecycle.rules.ts';
import { assertTeam } from './assignee.reader.ts';

export interface ChangeProblem {
  readonly problemId: string;
  /** The version that was read. */
  readonly version: number;
  readonly act: ProblemAct;
  readonly words?: string | null | undefined;
  /** Who does something about it from now on; left out, whoever does already. */
  readonly assigneeId?: string | null | undefined;
  /** The expected end, where it is put out of order. */
  readonly endsAt?: Date | null | undefined;
  /** The problem that it is the same as. */
  readonly sameAsId?: string | null | undefined;
}

const longestWords = 2000;

/**
 * Does something about a problem: looks, works, waits, puts the unit out of order or back, ends it. Throws BAD_INPUT,
 * NOT_FOUND, FORBIDDEN, STALE_VERSION, and CONFLICT for what cannot be done in its state.
 */
export async function changeProblem(ctx: Context, input: ChangeProblem): Promise<void> {
  confirmed(ctx);
  const words = (input.words ?? '').trim();
  const wrong = textProblem(words, { minimum: input.act === 'note' ? 1 : 0, maximum: longestWords });
  if (wrong) throw badInput([{ field: 'words', message: wrong }]);
  await transact(ctx, async (tx) => {
    const seen = await findProblem(tx, input.problemId);
    if (!seen) throw notFound();
    if (!mayHandle(tx.actor, seen)) throw new DomainError('FORBIDDEN');
    // In the order in which reports and the clock take them: the equipment, then the problem.
    await lockForOutage(tx, seen.equipmentId);
    const problem = await findProblem(tx, input.problemId, true);
    if (!problem) throw notFound();
    if (problem.version !== input.version) throw new DomainError('STALE_VERSION');
    const state = stateAfterAct(problem.state, input.act);
    if (!state) throw new DomainError('CONFLICT', { key: 'problems.over' });
    if (input.assigneeId) await assertTeam(tx, problem, input.assigneeId);
    const sameAsId = input.act === 'join' ? await joined(tx, problem, input.sameAsId) : problem.sameAsId;
    const outage = await applyOutage(tx, problem, input);
    await db(tx)
      .updateTable('problem')
      .set({ state, same_as_id: sameAsId, version: problem.version + 1, outage_id: outage.id })
      .set({ closed_at: isOpen(state) ? null : tx.now })
      .$if(Boolean(input.assigneeId), (query) => query.set({ assignee_id: input.assigneeId ?? null }))
      .where('id', '=', problem.id)
      .execute();
    await writeStep(tx, problem.id, { kind: input.act, words, endsAt: outage.endsAt });
    const { id, centreId, equipmentId, unitId, kind, reporterId } = problem;
    const facts = { id, centreId, equipmentId, unitId, kind, reporterId, state, step: input.act };
    record(tx, problemChanged({ ...facts, endsAt: outage.endsAt }));
  });
}

/** Whose problem it is the same as: another open one of the same unit that itself is nobody's. */
async function joined(tx: Context, problem: ProblemRow, otherId: string | null | undefined): Promise<string> {
  const other = otherId && isId(otherId) ? (await readProblems(tx, [otherId])).get(otherId) : undefined;
  if (!other || other.id === problem.id || other.unitId !== problem.unitId || !isOpen(other.state)) {
    throw badInput([{ field: 'sameAsId', message: { key: 'problems.sameAs' } }]);
  }
  // What was out of order for this one is so for the other from now on.
  if (problem.outageId !== null && other.outageId === null && problem.endsAt !== null) {
    await db(tx).updateTable('problem').set({ outage_id: problem.outageId }).where('id', '=', other.id).execute();
  }
  return other.id;
}

interface OutageAfter {
  readonly id: string | null;
  readonly endsAt: Date | null;
}

/** Puts the unit out of order, or back once nothing open needs it stopped. */
async function applyOutage(tx: Context, problem: ProblemRow, { act, endsAt }: ChangeProblem): Promise<OutageAfter> {
  const { unitId, equipmentId, centreId } = problem;
  const place = { unitId, equipmentId, centreId };
  const tell = (until: Date) =>
    record(tx, outageChanged({ ...place, touched: { start: tx.now.getTime(), end: until.getTime() } }));
  if (act === 'stop') {
    const until = endOf(tx.now, endsAt);
    const id = await stopUnit(tx, place, until);
    tell(problem.endsAt && problem.endsAt > until ? problem.endsAt : until);
    return { id, endsAt: until };
  }
  const ends = act === 'fix' || act === 'find_no_fault' || act === 'resume';
  if (!ends || problem.outageId === null || problem.endsAt === null) {
    return { id: problem.outageId, endsAt: act === 'join' ? null : problem.endsAt };
  }
  if (await isNeeded(tx, problem)) return { id: act === 'resume' ? null : problem.outageId, endsAt: null };
  if (await liftOutage(tx, problem.outageId)) tell(problem.endsAt);
  return { id: problem.outageId, endsAt: null };
}

/** Whether another open problem still needs the unit stopped. */
async function isNeeded(tx: Context, { id, outageId }: ProblemRow): Promise<boolean> {
  const other = await db(tx)
    .selectFrom('problem')
    .select('id')
    .where('outage_id', '=', outageId)
    .where('id', '<>', id)
    .where('state', 'in', [...openStates])
    .executeTakeFirst();
  return other !== undefined;
}

/** Out of order always has an expected end, ahead and within a year. */
function endOf(now: Date, given: Date | null | undefined): Date {
  const latest = now.getTime() + longestOutageDays * 86_400_000;
  if (!given || Number.isNaN(given.getTime()) || given <= now || given.getTime() > latest) {
    throw badInput([{ field: 'endsAt', message: { key: 'problems.end', parameters: { days: longestOutageDays } } }]);
  }
  return given;
}

/** Adds to the history of a problem. */
export async function writeStep(
  tx: Context,
  problemId: string,
  step: { readonly kind: ProblemAct | 'move_on'; readonly words: string; readonly endsAt: Date | null },
): Promise<void> {
  const personId = tx.actor.kind === 'member' ? tx.actor.personId : null;
  await db(tx)
    .insertInto('problem_step')
    .values({
      ...{ id: newId(), problem_id: problemId, at: tx.now, person_id: personId },
      ...{ kind: step.kind, words: step.words, ends_at: step.endsAt },
    })
    .execute();
}
