import {
  type Stretch,
  type StretchField,
  type StretchProblem,
  stretchProblems,
} from '../../../shared/time/stretch.rules.ts';

/** Nothing is booked or planned for longer than a year at once. */
export const longestDays = 366;

/** Why a stretch of time cannot even be asked for, by field. */
export function wantedTimeProblems({ startsAt, endsAt }: Stretch): StretchProblem[] {
  const problems = stretchProblems({ startsAt, endsAt }, longestDays);
  if (problems.length > 0) return problems;
  return (Object.entries({ startsAt, endsAt }) as [StretchField, Date][]).flatMap(([field, time]) =>
    time.getTime() % 60_000 === 0 ? [] : [{ field, message: { key: 'booking.wholeMinutes' } }],
  );
}
