import { localDayOf } from '../../../shared/time/local-time.rules.ts';
import { type DayException, type Opening, openIntervals } from './opening.rules.ts';

/** Whether something is open at a moment (epoch milliseconds). */
export const openAt = (opening: Opening & { readonly zone: string }, now: number): boolean =>
  openIntervals({ ...opening, from: now, until: now + 1 }).length > 0;

/** The exceptions that are not over at a moment (epoch milliseconds) in a zone. */
export function exceptionsAhead<Exception extends Pick<DayException, 'yearly' | 'endsOn'>>(
  exceptions: readonly Exception[],
  zone: string,
  now: number,
): Exception[] {
  const { date } = localDayOf(zone, now);
  return exceptions.filter(({ yearly, endsOn }) => yearly || date <= endsOn);
}
