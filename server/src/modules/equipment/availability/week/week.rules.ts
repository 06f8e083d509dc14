import { type Interval, merged, within } from '../../../../shared/time/interval.rules.ts';
import { type LocalDay, localDayAfter, localDayFrom } from '../../../../shared/time/local-time.rules.ts';

/** How much of a local day something is open, and how much of that can be booked now. */
export interface DayShare {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly openMinutes: number;
  readonly freeMinutes: number;
}

const daysOfWeek = 7;

/** Seven local days, the first of them named (YYYY-MM-DD). */
export function weekFrom(zone: string, date: string): LocalDay[] {
  const first = localDayFrom(zone, date);
  return Array.from({ length: daysOfWeek }, (_, days) => localDayAfter(zone, first.start, days));
}

/** The share of each day that is open, and that can be booked of at least one unit. */
export function dayShares(
  days: readonly LocalDay[],
  open: readonly Interval[],
  freeByUnit: readonly (readonly Interval[])[],
): DayShare[] {
  const free = merged(freeByUnit.flat());
  return days.map((day) => ({
    date: day.date,
    openMinutes: minutesIn(day, merged(open)),
    freeMinutes: minutesIn(day, free),
  }));
}

const minutesIn = (day: Interval, intervals: readonly Interval[]): number =>
  intervals.reduce((sum, each) => {
    const inside = within(each, day);
    return inside ? sum + (inside.end - inside.start) / 60_000 : sum;
  }, 0);
