import type { Message } from '../i18n/translate.ts';

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

/** Why a stretch of time cannot even be asked about, by field. */
export function wantedTimeProblems(
  { startsAt, endsAt }: WantedTime,
  mostDays = longestDays,
): { field: string; message: Message }[] {
  const problems: { field: string; message: Message }[] = [];
  for (const [field, instant] of Object.entries({ startsAt, endsAt })) {
    const time = instant.getTime();
    // Written so that an invalid date, which compares false to everything, is caught too.
    if (!(time >= first && time < last)) problems.push({ field, message: { key: 'booking.tooFar' } });
    else if (time % 60_000 !== 0) problems.push({ field, message: { key: 'booking.wholeMinutes' } });
  }
  if (problems.length > 0) return problems;
  if (startsAt >= endsAt) return [{ field: 'endsAt', message: { key: 'booking.endBeforeStart' } }];
  if (endsAt.getTime() - startsAt.getTime() > mostDays * day) {
    return [{ field: 'endsAt', message: { key: 'booking.tooLong', parameters: { days: mostDays } } }];
  }
  return [];
}
