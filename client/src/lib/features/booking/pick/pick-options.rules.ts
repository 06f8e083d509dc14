import type { FreeStart } from '@talka/server/modules/equipment/availability/room.rules.ts';
import type { Interval } from '@talka/server/shared/time/interval.rules.ts';
import { type LocalDay, writeMoment } from '#lib/time/local-day.rules.ts';
import { endFor, type Picked, type PickRules } from './pick.rules.ts';

type Points = readonly { readonly at: number }[];
const minute = 60_000;

/** A moment as a choice in a form. */
export interface MomentOption {
  readonly at: number;
  /** What the address carries. */
  readonly value: string;
  readonly clock: string;
  readonly nextDay: boolean;
  /** Clocks show it for the second time. */
  readonly repeated: boolean;
}

/** A moment as a choice, named from the first of the days. */
export function optionOf(at: number, days: readonly LocalDay[]): MomentOption {
  const value = writeMoment(at, days) ?? new Date(at).toISOString();
  const clock = /T?(\d\d:\d\d)B?$/.exec(value)?.[1] ?? value;
  return { at, value, clock, nextDay: value.includes('T'), repeated: value.endsWith('B') };
}

/** The moments of the grid on a day while it is open, whether or not they are free. */
export const startMoments = (points: Points, day: Interval, open: readonly Interval[]): number[] =>
  points
    .map(({ at }) => at)
    .filter((at) => day.start <= at && at < day.end && open.some(({ start, end }) => start <= at && at < end));

/** What bounds the end of a booking. */
export interface EndLimits {
  readonly rules: PickRules;
  /** The chosen beginning; without one the ends of every beginning of the day are offered. */
  readonly start?: number | undefined;
  readonly open: readonly Interval[];
}

/** The moments at which a booking of a day may end, whether or not it is free until then. */
export function endMoments(points: Points, day: Interval, { rules, start, open }: EndLimits): number[] {
  const closes = Math.max(...open.map(({ end }) => end));
  const opens = Math.min(...open.map((span) => span.start));
  const least = (start ?? Math.max(opens, day.start)) + rules.minimumMinutes * minute;
  const most = (start ?? day.end) + rules.maximumMinutes * minute;
  // What is open until midnight may be open after it; until when, the verdict will tell.
  const last = closes >= day.end ? most : Math.min(most, closes);
  return points.map(({ at }) => at).filter((at) => at >= least && at <= last);
}

/** The starts of several lanes as those of any of them, in order, each with the latest end on one lane. */
export function anyStarts(byLane: readonly (readonly FreeStart[])[], day: Interval): FreeStart[] {
  const latest = new Map<number, number>();
  for (const { start, until } of byLane.flat()) latest.set(start, Math.max(until, latest.get(start) ?? until));
  return [...latest]
    .map(([start, until]) => ({ start, until }))
    .filter(({ start }) => day.start <= start && start < day.end)
    .sort((one, other) => one.start - other.start);
}

/** The ends that go with a free start: the shortest booking, then the grid until the latest end. */
export function freeEnds(points: Points, { start, until }: FreeStart, rules: PickRules): number[] {
  const least = start + rules.minimumMinutes * minute;
  const ends = points.map(({ at }) => at).filter((at) => at >= least && at <= until);
  return ends.length > 0 ? ends : [least];
}

/** What a form proposes before anything is picked: the first free start of the day, else the first open one; on a closed day nothing. */
export function proposal(
  points: Points,
  day: LocalDay,
  open: readonly Interval[],
  starts: readonly FreeStart[],
  rules: PickRules,
): Picked | undefined {
  const [free] = starts;
  if (free) return { unitId: null, start: free.start, end: endFor(free.start, points, rules, free.until) };
  const [start] = startMoments(points, day, open);
  return start === undefined ? undefined : { unitId: null, start, end: endFor(start, points, rules) };
}
