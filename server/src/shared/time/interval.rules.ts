/** A half-open stretch of time `[start, end)` in epoch milliseconds. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Intervals in order, joined where they overlap or touch. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** Whether two intervals share a moment; those that only touch do not. */
export const overlap = (one: Interval, other: Interval): boolean => one.start < other.end && other.start < one.end;

/** The part of an interval that lies within another. */
export function within(interval: Interval, limits: Interval): Interval | undefined {
  const cut = { start: Math.max(interval.start, limits.start), end: Math.min(interval.end, limits.end) };
  return cut.start < cut.end ? cut : undefined;
}

/** The shortest interval that holds both. */
export const hull = (one: Interval, other: Interval): Interval => ({
  start: Math.min(one.start, other.start),
  end: Math.max(one.end, other.end),
});

/** What is left of `intervals` (in order, apart) outside of `taken`. */
export function without(intervals: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const holes = merged(taken);
  return intervals.flatMap((interval) => {
    const rest: Interval[] = [];
    let start = interval.start;
    for (const hole of holes) {
      if (hole.end <= start || hole.start >= interval.end) continue;
      if (hole.start > start) rest.push({ start, end: hole.start });
      start = Math.max(start, hole.end);
    }
    if (start < interval.end) rest.push({ start, end: interval.end });
    return rest;
  });
}
