import type { Span } from '#lib/features/booking/timeline/span.rules.ts';
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

/** The moments at which a booking may begin on a day, while it is open. */
export const startMoments = (points: Points, day: Span, open: readonly Span[]): number[] =>
  points
    .map(({ at }) => at)
    .filter((at) => day.start <= at && at < day.end && open.some(({ start, end }) => start <= at && at < end));

/** What bounds the end of a booking. */
export interface EndLimits {
  readonly rules: PickRules;
  /** The chosen beginning; without one the ends of every beginning of the day are offered. */
  readonly start?: number | undefined;
  readonly open: readonly Span[];
}

/** The moments at which a booking of a day may end. */
export function endMoments(points: Points, day: Span, { rules, start, open }: EndLimits): number[] {
  const closes = Math.max(...open.map(({ end }) => end));
  const opens = Math.min(...open.map((span) => span.start));
  const least = (start ?? Math.max(opens, day.start)) + rules.minimumMinutes * minute;
  const most = (start ?? day.end) + rules.maximumMinutes * minute;
  // What is open until midnight may be open after it; until when, the verdict will tell.
  const last = closes >= day.end ? most : Math.min(most, closes);
  return points.map(({ at }) => at).filter((at) => at >= least && at <= last);
}

/** What a form proposes before anything is picked: the first free time of the day, else the first open one, else nine. */
export function proposal(
  points: Points,
  day: LocalDay,
  open: readonly Span[],
  free: readonly Span[],
  rules: PickRules,
): Picked | undefined {
  const starts = startMoments(points, day, open.length > 0 ? open : [day]);
  const fits = (at: number) => free.some((span) => span.start <= at && at + rules.minimumMinutes * minute <= span.end);
  const morning = day.hours.find((hour) => hour.minute >= 9 * 60)?.start ?? day.start;
  const start = starts.find(fits) ?? starts.find((at) => open.length > 0 || at >= morning);
  if (start === undefined) return undefined;
  const stretch = free.find((span) => span.start <= start && start < span.end);
  return { unitId: null, start, end: endFor(start, points, rules, stretch?.end) };
}
