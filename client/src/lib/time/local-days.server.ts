import {
  instantAt,
  localDayOf,
  localDays,
  minutesOf,
  wallMinutesAt,
} from '@talka/server/shared/time/local-time.rules.ts';
import type { Hour, LocalDay } from './local-day.rules.ts';
import { addDays } from './local-day.rules.ts';

// The calendar of zones is large, so days are worked out here and sent along with the page.
const hour = 3_600_000;

function hoursOf(zone: string, from: number, until: number): Hour[] {
  const hours: Hour[] = [];
  for (let start = from; start < until; ) {
    const minute = Math.floor(wallMinutesAt(zone, start));
    const end = Math.min(until, start + hour - (minute % 60) * 60_000);
    hours.push({ start, end, minute, repeated: hours.some((earlier) => earlier.minute === minute) });
    start = end;
  }
  return hours;
}

/** A number of days of a zone, the first of them named, with the hours their clocks show. */
export function daysOf(zone: string, first: string, count: number): LocalDay[] {
  // Noon in UTC lies on the same date, or one beside it, in every zone; so the stretch is cut generously.
  const noon = Date.parse(`${first}T12:00:00Z`);
  const last = addDays(first, count - 1);
  return localDays(zone, noon - 36 * hour, noon + (count + 2) * 24 * hour)
    .filter(({ date }) => date >= first && date <= last)
    .map(({ date, start, end }) => ({ date, start, end, hours: hoursOf(zone, start, end) }));
}

/** The date (YYYY-MM-DD) that clocks of a zone show at a moment, epoch milliseconds. */
export const dateIn = (zone: string, at: number): string => localDayOf(zone, at).date;

/** One day of a zone, by its date YYYY-MM-DD. */
export function dayIn(zone: string, date: string): LocalDay {
  const [day] = daysOf(zone, date, 1);
  if (!day) throw new RangeError(`${date} is no day of ${zone}`);
  return day;
}

/** The moment at which clocks show HH:MM on a day; in an hour that spring skips, the moment of the change. */
export const momentIn = (day: LocalDay, clock: string, zone: string): number =>
  instantAt({ ...day, weekday: 1 }, minutesOf(clock), zone, 'first');
