import type { FreeStart } from '@talka/server/modules/equipment/availability/room.rules.ts';
import type { Interval } from '@talka/server/shared/time/interval.rules.ts';
import { addDays, type GridPoint } from '#lib/time/local-day.rules.ts';

/** The time somebody is about to book; without a unit any free one will do. */
export interface Picked extends Interval {
  readonly unitId: string | null;
}

/** The rules that shape a pick, in minutes. */
export interface PickRules {
  readonly minimumMinutes: number;
  readonly maximumMinutes: number;
  /** The length of a first pick, where free time allows; an hour where not given. */
  readonly usualMinutes?: number;
}

/** Moments of the grid in order, epoch milliseconds. */
type Points = readonly { readonly at: number }[];

const minute = 60_000;

const atOrBefore = (points: Points, at: number) =>
  points.findLast((point) => point.at <= at)?.at ?? points[0]?.at ?? at;
const atOrAfter = (points: Points, at: number) => points.find((point) => point.at >= at)?.at ?? points.at(-1)?.at ?? at;
const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** The length of a first pick, in milliseconds. */
const usualLength = ({ minimumMinutes, maximumMinutes, usualMinutes = 60 }: PickRules) =>
  clamp(usualMinutes, minimumMinutes, Math.max(minimumMinutes, maximumMinutes)) * minute;

/** The end for a start: about as long as usual, on the grid where it can be, not past `until`. */
export function endFor(start: number, points: Points, rules: PickRules, until = Number.POSITIVE_INFINITY): number {
  const least = start + rules.minimumMinutes * minute;
  const most = Math.min(start + rules.maximumMinutes * minute, until);
  const ends = points.map(({ at }) => at).filter((at) => at >= least && at <= most);
  return ends.find((at) => at >= start + usualLength(rules)) ?? ends.at(-1) ?? least;
}

/** A tap on free time: from the start before the moment, slid back to where the usual length fits, if anywhere. */
export function pickAt(
  moment: number,
  { starts }: { readonly starts: readonly FreeStart[] },
  points: Points,
  rules: PickRules,
  unitId: string | null,
): Picked | undefined {
  const roomy = starts.filter(({ start, until }) => until - start >= usualLength(rules));
  const among = roomy.length > 0 ? roomy : starts;
  const chosen = among.findLast(({ start }) => start <= moment) ?? among[0];
  return chosen && { unitId, start: chosen.start, end: endFor(chosen.start, points, rules, chosen.until) };
}

/** A drag from one moment to another, widened to the grid and held within the shortest and longest booking. */
export function pickBetween(
  anchor: number,
  moment: number,
  points: Points,
  rules: PickRules,
  unitId: string | null,
): Picked {
  const least = rules.minimumMinutes * minute;
  const most = rules.maximumMinutes * minute;
  if (moment >= anchor) {
    const start = atOrBefore(points, anchor);
    const end = clamp(atOrAfter(points, moment), atOrAfter(points, start + least), atOrBefore(points, start + most));
    return { unitId, start, end };
  }
  const end = atOrAfter(points, anchor);
  const start = clamp(atOrBefore(points, moment), atOrAfter(points, end - most), atOrBefore(points, end - least));
  return { unitId, start, end };
}

/** The pick so many grid points later, as long as before; it stays among the points. */
export function movePick(pick: Picked, by: number, points: Points): Picked {
  const length = pick.end - pick.start;
  const last = points.at(-1)?.at ?? pick.end;
  const starts = points.filter(({ at }) => at + length <= last);
  const from =
    by > 0 ? starts.findLastIndex(({ at }) => at <= pick.start) : starts.findIndex(({ at }) => at >= pick.start);
  const start = starts[clamp(from + by, 0, starts.length - 1)]?.at ?? pick.start;
  return { ...pick, start, end: start + length };
}

/** The pick with its end so many grid points later, within the shortest and longest booking. */
export function extendPick(pick: Picked, by: number, points: Points, rules: PickRules): Picked {
  const from = by > 0 ? points.findLastIndex(({ at }) => at <= pick.end) : points.findIndex(({ at }) => at >= pick.end);
  const end = points[clamp(from + by, 0, points.length - 1)]?.at ?? pick.end;
  const least = atOrAfter(points, pick.start + rules.minimumMinutes * minute);
  const most = atOrBefore(points, pick.start + rules.maximumMinutes * minute);
  return { ...pick, end: clamp(end, least, Math.max(least, most)) };
}

/** What a pick is moved through: grid points, rules and the units from first to last. */
export interface PickSpace {
  readonly points: Points;
  readonly rules: PickRules;
  readonly units: readonly string[];
  /** Time runs down the page instead of along it. */
  readonly down: boolean;
}

const steps: Record<string, { down: boolean; by: number } | undefined> = {
  ArrowRight: { down: false, by: 1 },
  ArrowLeft: { down: false, by: -1 },
  ArrowDown: { down: true, by: 1 },
  ArrowUp: { down: true, by: -1 },
};

/** The pick after a key: arrows along time move it, with Shift they move its end, arrows across change the unit. */
export function pickAfterKey(pick: Picked, key: string, shift: boolean, space: PickSpace): Picked | undefined {
  const step = steps[key];
  if (!step) return undefined;
  if (step.down === space.down) {
    return shift ? extendPick(pick, step.by, space.points, space.rules) : movePick(pick, step.by, space.points);
  }
  if (shift) return undefined;
  const index = pick.unitId === null ? -1 : space.units.indexOf(pick.unitId);
  const unitId = space.units[clamp(index + step.by, 0, space.units.length - 1)] ?? pick.unitId;
  return { ...pick, unitId };
}

/** The pick moved by about so many milliseconds, to the nearest grid point. */
export function shiftPick(pick: Picked, by: number, points: Points): Picked {
  const wished = pick.start + by;
  const [before, after] = [atOrBefore(points, wished), atOrAfter(points, wished)];
  const start = wished - before < after - wished ? before : after;
  const length = pick.end - pick.start;
  return start + length <= (points.at(-1)?.at ?? start) ? { ...pick, start, end: start + length } : pick;
}

/** The pick at the same clock so many days later, as long as before; unchanged where the grid knows no such moment. */
export function moveDay(pick: Picked, by: number, points: readonly GridPoint[]): Picked {
  const from = points.findLast(({ at, minute: shown }) => at <= pick.start && shown < 1440);
  const start = from && points.find((point) => point.date === addDays(from.date, by) && point.minute === from.minute);
  return start ? { ...pick, start: start.at, end: start.at + (pick.end - pick.start) } : pick;
}
