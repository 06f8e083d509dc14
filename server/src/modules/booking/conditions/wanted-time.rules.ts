import type { Message } from '../../../platform/i18n/translate.ts';

/** A half-open stretch of time as people send it. */
export interface WantedTime {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const day = 86_400_000;
/** Nothing is booked or planned for longer than a year at once. */
export const longestDays = 366;
const first = Date.UTC(2000, 0, 1);
const last = Date.UTC(2200, 0, 1);

type Problem = { field: string; message: Message };

/** Why a stretch of time cannot even be looked at, by field. */
export function stretchProblems({ startsAt, endsAt }: WantedTime, mostDays: number): Problem[] {
  // Written so that an invalid date, which compares false to everything, is caught too.
  const far = Object.entries({ startsAt, endsAt }).filter(
    ([, time]) => !(Number(time) >= first && Number(time) < last),
  );
  if (far.length > 0) return far.map(([field]) => ({ field, message: { key: 'booking.tooFar' } }));
  if (startsAt >= endsAt) return [{ field: 'endsAt', message: { key: 'booking.endBeforeStart' } }];
  if (endsAt.getTime() - startsAt.getTime() > mostDays * day) {
    return [{ field: 'endsAt', message: { key: 'booking.tooLong', parameters: { days: mostDays } } }];
  }
  return [];
}

/** Why a stretch of time cannot even be asked for, by field. */
export function wantedTimeProblems(wanted: WantedTime): Problem[] {
  const problems = stretchProblems(wanted, longestDays);
  if (problems.length > 0) return problems;
  return Object.entries({ startsAt: wanted.startsAt, endsAt: wanted.endsAt }).flatMap(([field, time]) =>
    time.getTime() % 60_000 === 0 ? [] : [{ field, message: { key: 'booking.wholeMinutes' } }],
  );
}
