import { lateUntil } from '../../../modules/booking/bookings/attendance.rules.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';

/** When it is noted of a booking that nobody came. */
export const missedFrom = lateUntil;

interface Attended {
  readonly now: number;
  readonly ending: object | null;
  readonly answerBy: number | null;
  readonly person: string;
}

/** Who came: of those whose time has begun all but a few, of whom the last may be on their way. */
export function attendanceOf(index: number, { start, end }: Interval, { now, ending, answerBy, person }: Attended) {
  const nobody = { checkedInAt: null, checkedInBy: null, finishedAt: null };
  if (ending || answerBy !== null || start > now) return { ...nobody, state: undefined };
  const late = now < lateUntil(start);
  const came = { ...nobody, checkedInAt: new Date(start), checkedInBy: person };
  if (end > now) return late ? { ...nobody, state: undefined } : { ...came, state: 'checked_in' as const };
  if (index % 29 === 7 && !late) return { ...nobody, state: 'no_show' as const };
  return { ...came, finishedAt: new Date(end), state: 'completed' as const };
}
