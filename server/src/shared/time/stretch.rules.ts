import type { FieldProblem } from '../field-problem.rules.ts';

/** A half-open stretch of time as people send it. */
export interface Stretch {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export type StretchField = keyof Stretch;
export type StretchProblem = FieldProblem & { readonly field: StretchField };

const day = 86_400_000;
const first = Date.UTC(2000, 0, 1);
const last = Date.UTC(2200, 0, 1);

/** Why a stretch of time cannot even be looked at, by field. */
export function stretchProblems({ startsAt, endsAt }: Stretch, mostDays: number): StretchProblem[] {
  // Written so that an invalid date, which compares false to everything, is caught too.
  const far = (Object.entries({ startsAt, endsAt }) as [StretchField, Date][]).filter(
    ([, time]) => !(Number(time) >= first && Number(time) < last),
  );
  if (far.length > 0) return far.map(([field]) => ({ field, message: { key: 'booking.tooFar' } }));
  if (startsAt >= endsAt) return [{ field: 'endsAt', message: { key: 'booking.endBeforeStart' } }];
  if (endsAt.getTime() - startsAt.getTime() > mostDays * day) {
    return [{ field: 'endsAt', message: { key: 'booking.tooLong', parameters: { days: mostDays } } }];
  }
  return [];
}
