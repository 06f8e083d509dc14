import type { Interval } from './interval.rules.ts';
import { instantAt, type LocalDay, localDays, wallMinutesAt } from './local-time.rules.ts';

/** Whether a booking may start at an instant: clocks show a multiple of the grid after local midnight. */
export const isOnGrid = (zone: string, gridMinutes: number, instant: number): boolean =>
  wallMinutesAt(zone, instant) % Math.max(1, gridMinutes) === 0;

/** Every start on the grid within `[from, until)`, epoch milliseconds, in order; both of an hour that comes twice. */
export function gridStarts(zone: string, gridMinutes: number, from: number, until: number): number[] {
  return localDays(zone, from, until)
    .flatMap((day) => startsOn(day, zone, Math.max(1, gridMinutes)))
    .filter((start) => from <= start && start < until);
}

function startsOn(day: LocalDay, zone: string, grid: number): number[] {
  const minutes = Array.from({ length: Math.ceil(1440 / grid) }, (_, index) => index * grid);
  if (day.end - day.start === 86_400_000) return minutes.map((minute) => day.start + minute * 60_000);
  const starts = minutes.flatMap((minute) =>
    [instantAt(day, minute, zone, 'first'), instantAt(day, minute, zone, 'last')].filter(
      // A skipped time lands on the moment of the change, which may be off the grid.
      (instant) => wallMinutesAt(zone, instant) === minute,
    ),
  );
  return [...new Set(starts)].sort((a, b) => a - b);
}

/** The first start on the grid at or after an instant, within the next two days; undefined for a coarser grid. */
export const nextOnGrid = (zone: string, gridMinutes: number, from: number): number | undefined =>
  gridStarts(zone, gridMinutes, from, from + 2 * 86_400_000)[0];

/** Of `starts` (in order), those from which `duration` milliseconds fit into one of the stretches (in order). */
export function fittingStarts(starts: readonly number[], stretches: readonly Interval[], duration: number): number[] {
  const fitting: number[] = [];
  let index = 0;
  for (const start of starts) {
    while ((stretches[index]?.end ?? Number.POSITIVE_INFINITY) < start + duration) index += 1;
    const stretch = stretches[index];
    if (!stretch) break;
    if (stretch.start <= start) fitting.push(start);
  }
  return fitting;
}

/** The `count` starts nearest to the wanted one whose slots do not overlap, nearest first; the later of two equals. */
export function nearestStarts(starts: readonly number[], wanted: number, duration: number, count: number): number[] {
  const chosen: number[] = [];
  for (const start of [...starts].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || b - a)) {
    if (chosen.length === count) break;
    if (chosen.every((other) => Math.abs(other - start) >= duration)) chosen.push(start);
  }
  return chosen;
}
