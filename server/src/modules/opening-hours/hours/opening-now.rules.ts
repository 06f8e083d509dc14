import { localDayOf } from '../../../shared/time/local-time.rules.ts';
import { type DayException, type Opening, openIntervals } from './opening.rules.ts';

/** Whether something is open at a moment (epoch milliseconds). */
export const openAt = (opening: Opening & { readonly zone: string }, now: number): boolean =>
  openIntervals({ ...opening, from: now, until: now + 1 }).length > 0;

/** How far is looked for the next opening or closing, in milliseconds. */
const reach = 14 * 86_400_000;

/** When it closes next, or opens next (epoch milliseconds); nothing where that is more than two weeks away. */
export function nextChange(
  opening: Opening & { readonly zone: string },
  now: number,
): { readonly closes?: number; readonly opens?: number } {
  const [first] = openIntervals({ ...opening, from: now, until: now + reach });
  if (!first) return {};
  if (first.start > now) return { opens: first.start };
  return first.end < now + reach ? { closes: first.end } : {};
}

/** The exceptions that are not over at a moment (epoch milliseconds) in a zone. */
export function exceptionsAhead<Exception extends Pick<DayException, 'yearly' | 'endsOn'>>(
  exceptions: readonly Exception[],
  zone: string,
  now: number,
): Exception[] {
  const { date } = localDayOf(zone, now);
  return exceptions.filter(({ yearly, endsOn }) => yearly || date <= endsOn);
}
