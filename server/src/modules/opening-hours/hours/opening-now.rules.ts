import { localDayOf } from '../../../shared/time/local-time.rules.ts';
import { type DayException, type Opening, openIntervals } from './opening.rules.ts';

/** What holds at a moment, and the first moment after it (epoch milliseconds) at which it may be otherwise. */
export interface HoldsUntil<Value> {
  readonly value: Value;
  readonly until: number;
}

/** Whether something is open at a moment (epoch milliseconds); it is looked at no further than that day's end. */
export function openAt(opening: Opening & { readonly zone: string }, now: number): HoldsUntil<boolean> {
  const { end } = localDayOf(opening.zone, now);
  const [next] = openIntervals({ ...opening, from: now, until: end });
  if (next?.start === now) return { value: true, until: next.end };
  return { value: false, until: next?.start ?? end };
}

/** The exceptions that are not over at a moment (epoch milliseconds) in a zone. */
export function exceptionsAhead<Exception extends Pick<DayException, 'yearly' | 'endsOn'>>(
  exceptions: readonly Exception[],
  zone: string,
  now: number,
): HoldsUntil<Exception[]> {
  const today = localDayOf(zone, now);
  const value = exceptions.filter(({ yearly, endsOn }) => yearly || today.date <= endsOn);
  return { value, until: value.every(({ yearly }) => yearly) ? Number.POSITIVE_INFINITY : today.end };
}
