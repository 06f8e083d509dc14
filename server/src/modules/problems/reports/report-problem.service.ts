import { type Context, confirmed, db } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { type Done, idempotent, type Repeatable } from '../../../platform/idempotency/idempotent.service.ts';
import { badInput, notFound } from '../../../shared/errors.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { textProblem } from '../../../shared/text/text.rules.ts';
import { outageChanged } from '../../booking/outages/outage.events.ts';
import { lastingOutage, lockForOutage, stopUnit } from '../../booking/outages/outage.service.ts';
import type { ProblemKind } from '../problem.enums.ts';
import { problemReported } from '../problem.events.ts';
import { mayHandle, stopsUnit } from '../problem.policy.ts';
import { dangerHours } from '../problem-lifecycle.rules.ts';
import { findReportedUnit, isCheckedIn } from './reported-unit.reader.ts';

/** The longest description of a problem, in characters. */
export const longestWords = 2000;

export interface ReportProblem extends Repeatable {
  readonly unitId: string;
  readonly kind: ProblemKind;
  readonly words: string;
}

/**
 * Writes down what is wrong with a unit. Danger from whoever is checked in there, and what its keepers call unusable,
 * puts it out of order at once, for a day unless somebody says otherwise. Throws BAD_INPUT, NOT_FOUND,
 * IDEMPOTENCY_KEY_REUSED.
 */
export async function reportProblem(ctx: Context, input: ReportProblem): Promise<Done> {
  const { personId } = confirmed(ctx);
  const { unitId, kind } = input;
  const words = input.words.trim();
  const problem = textProblem(words, { minimum: 1, maximum: longestWords });
  if (problem) throw badInput([{ field: 'words', message: problem }]);
  return transact(ctx, (tx) =>
    idempotent<undefined>(tx, 'reportProblem', input, async (id) => {
      const unit = await findReportedUnit(tx, unitId);
      if (!unit) throw notFound();
      const { equipmentId, centreId } = unit;
      await lockForOutage(tx, equipmentId);
      const by = { handles: mayHandle(tx.actor, unit), checkedIn: await isCheckedIn(tx, unitId, personId) };
      const outage = stopsUnit(kind, by) ? await stop(tx, unit) : null;
      const endsAt = outage?.endsAt ?? null;
      await db(tx)
        .insertInto('problem')
        .values({
          ...{ id, unit_id: unitId, kind, state: 'reported', words, version: 1 },
          ...{ reporter_id: personId, reported_at: tx.now, outage_id: outage?.id ?? null },
          ...{ assignee_id: null, same_as_id: null, closed_at: null },
        })
        .execute();
      await db(tx)
        .insertInto('problem_step')
        .values({
          ...{ id: newId(), problem_id: id, at: tx.now, person_id: personId, kind: 'report' as const },
          ...{ words: '', ends_at: endsAt },
        })
        .execute();
      const facts = { id, centreId, equipmentId, unitId, kind, state: 'reported', step: 'report' } as const;
      record(tx, problemReported({ ...facts, reporterId: personId, endsAt }));
      return undefined;
    }),
  );
}

interface Stopped {
  readonly unitId: string;
  readonly equipmentId: string;
  readonly centreId: string;
}

/** Out of order for a day; where it is already, until its end at least. */
async function stop(tx: Context, place: Stopped): Promise<{ readonly id: string; readonly endsAt: Date }> {
  const soonest = new Date(tx.now.getTime() + dangerHours * 3_600_000);
  const lasting = await lastingOutage(tx, place.unitId);
  const endsAt = lasting && lasting.endsAt > soonest ? lasting.endsAt : soonest;
  const id = await stopUnit(tx, place, endsAt);
  record(tx, outageChanged({ ...place, touched: { start: tx.now.getTime(), end: endsAt.getTime() } }));
  return { id, endsAt };
}
