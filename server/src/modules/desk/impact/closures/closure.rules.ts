import type { FieldProblem } from '../../../../shared/field-problem.rules.ts';
import type { Stretch } from '../../../../shared/time/stretch.rules.ts';
import type { ClosureKind } from '../../../booking/closures/closure.enums.ts';
import { wantedTimeProblems } from '../../../booking/conditions/wanted-time.rules.ts';

interface PlannedClosure extends Stretch {
  readonly kind: ClosureKind;
  readonly wholeCentre: boolean;
}

/** Everything that is wrong with a closure, by field. */
export function closureProblems({ kind, wholeCentre, ...stretch }: PlannedClosure, now: Date): FieldProblem[] {
  return [
    ...wantedTimeProblems(stretch),
    ...(stretch.endsAt <= now ? [{ field: 'endsAt', message: { key: 'closure.past' } } as const] : []),
    ...(wholeCentre && kind !== 'closure' ? [{ field: 'kind', message: { key: 'closure.kind' } } as const] : []),
  ];
}

/** Nothing is closed in what is over: from this minute on at the earliest. */
export function fromNow(startsAt: Date | null | undefined, now: Date): Date {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  return startsAt && startsAt > minute ? startsAt : minute;
}
