import { nextOnGrid } from '../../../shared/time/grid.rules.ts';
import { type Interval, without } from '../../../shared/time/interval.rules.ts';
import { type LocalDay, localDayAfter, localDays } from '../../../shared/time/local-time.rules.ts';
import type { BookingRules } from '../items/booking-rules.rules.ts';
import { keptAway } from './room.rules.ts';

const minute = 60_000;

/** How far `nextFree` looks, in milliseconds. */
export const nextFreeReach = 14 * 24 * 60 * minute;

export interface FreeTimeFacts {
  readonly now: number;
  readonly zone: string;
  readonly rules: BookingRules;
  /** When it is open, in order. */
  readonly open: readonly Interval[];
  /** What is busy of each unit, buffers inside. */
  readonly units: readonly (readonly Interval[])[];
}

/** An interval (epoch milliseconds) and how long in it somebody wants to work, in minutes. */
export interface SoughtInterval extends Interval {
  readonly minutes?: number | undefined;
}

/** The length to look for, in minutes: never shorter than may be booked; undefined where longer than may be. */
export function soughtMinutes({ minimumMinutes, maximumMinutes }: BookingRules, minutes?: number): number | undefined {
  const sought = Math.max(minutes ?? minimumMinutes, minimumMinutes);
  return sought <= maximumMinutes ? sought : undefined;
}

/** The time in which to look for what is taken, so that buffers at the edges of an interval are seen. */
export const withMargins = (
  { start, end }: Interval,
  rules: Pick<BookingRules, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>,
): Interval => ({ start: start - rules.bufferBeforeMinutes * minute, end: end + rules.bufferAfterMinutes * minute });

/**
 * For each unit the intervals within what is sought in which a booking of the sought length fits: open, not taken
 * with buffers, beginning on the grid, after the lead time and before the horizon.
 */
export function freeIntervalsByUnit(facts: FreeTimeFacts, wanted: SoughtInterval): Interval[][] {
  const { now, zone, rules, open, units } = facts;
  const sought = soughtMinutes(rules, wanted.minutes);
  if (sought === undefined) return units.map(() => []);
  const from = Math.max(wanted.start, now + rules.leadMinutes * minute);
  const lastStart = localDayAfter(zone, now, rules.horizonDays).end;
  const window = open.map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, wanted.end) }));
  const days = localDays(zone, wanted.start, wanted.end);
  const reachable = window.filter(({ start, end }) => start < end);
  return units.map((busy) =>
    without(
      reachable,
      busy.map((time) => keptAway(time, rules)),
    ).flatMap(({ start, end }) => {
      const first = firstOnGrid(days, zone, rules.gridMinutes, start);
      return first !== undefined && first < lastStart && first + sought * minute <= end ? [{ start: first, end }] : [];
    }),
  );
}

/** The first start on the grid at or after an instant; only on days on which clocks change it needs the calendar. */
function firstOnGrid(
  days: readonly LocalDay[],
  zone: string,
  gridMinutes: number,
  instant: number,
): number | undefined {
  const day = days.find((each) => instant < each.end);
  if (!day || day.end - day.start !== 24 * 60 * minute) return nextOnGrid(zone, gridMinutes, instant);
  const grid = Math.max(1, gridMinutes) * minute;
  return Math.min(day.start + Math.ceil((instant - day.start) / grid) * grid, day.end);
}

/** The intervals of all units, earliest first and of two from the same moment the longer; none inside another. */
export function longestIntervals(byUnit: readonly (readonly Interval[])[]): Interval[] {
  const intervals = byUnit.flat().sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = Number.NEGATIVE_INFINITY;
  return intervals.filter(({ end }) => {
    const more = end > reached;
    if (more) reached = end;
    return more;
  });
}

/** The first interval within two weeks in which a unit can be booked for at least the minimum time. */
export function nextFree(facts: FreeTimeFacts): Interval | undefined {
  const window = { start: facts.now, end: facts.now + nextFreeReach };
  return longestIntervals(freeIntervalsByUnit(facts, window))[0];
}
