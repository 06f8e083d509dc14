import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';

export const daySegmentKinds = ['free', 'taken', 'closed', 'unbookable'] as const;
export type DaySegmentKind = (typeof daySegmentKinds)[number];

/** An interval of a day throughout which the same number of units is free. */
export interface DaySegment extends Interval {
  readonly kind: DaySegmentKind;
  readonly freeUnits: number;
}

export interface DayFacts {
  /** The local day, epoch milliseconds. */
  readonly day: Interval;
  readonly open: readonly Interval[];
  /** When each unit can be booked, which is while it is open, and when it is taken. */
  readonly units: readonly { readonly free: readonly Interval[]; readonly busy: readonly Interval[] }[];
}

/** A day as segments in order, without gap or overlap; neighbours differ. Without any unit all of it is closed. */
export function dayStrip({ day, open, units }: DayFacts): DaySegment[] {
  const edges = [...open, ...units.flatMap(({ free, busy }) => [...free, ...busy])].flatMap(({ start, end }) => [
    start,
    end,
  ]);
  const cuts = [...new Set([day.start, ...edges.filter((edge) => day.start < edge && edge < day.end), day.end])];
  cuts.sort((a, b) => a - b);
  const strip: DaySegment[] = [];
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[index + 1] ?? day.end;
    const freeUnits = units.filter(({ free }) => covers(free, start)).length;
    const kind = kindAt({ day, open, units }, start);
    const last = strip.at(-1);
    if (last?.kind === kind && last.freeUnits === freeUnits) strip[strip.length - 1] = { ...last, end };
    else strip.push({ start, end, kind, freeUnits });
  }
  return strip;
}

/** Taken only where nothing is left: what is open and not taken, but cannot be booked, is a kind of its own. */
function kindAt({ open, units }: DayFacts, moment: number): DaySegmentKind {
  if (units.some(({ free }) => covers(free, moment))) return 'free';
  if (units.length === 0 || !covers(open, moment)) return 'closed';
  return units.every(({ busy }) => covers(busy, moment)) ? 'taken' : 'unbookable';
}

const covers = (intervals: readonly Interval[], instant: number): boolean =>
  intervals.some(({ start, end }) => start <= instant && instant < end);

/** The days (YYYY-MM-DD) of which a strip is drawn: from a year before `now` (ISO 8601) to two years after it. */
export function dayRange(now: string): { readonly first: string; readonly last: string } {
  const year = Number(now.slice(0, 4));
  const day = now.slice(4, 10);
  return { first: `${year - 1}${day}`, last: `${year + 2}${day}` };
}

/** Why nothing is drawn of a day (YYYY-MM-DD) that a field names. */
export function dayProblems(field: string, date: string, now: Date): FieldProblem[] {
  const range = dayRange(now.toISOString());
  if (range.first <= date && date <= range.last) return [];
  return [{ field, message: { key: 'directory.day', parameters: { ...range } } }];
}
