import type { Interval } from '@talka/server/shared/time/interval.rules.ts';
import type { Hour, LocalDay } from '#lib/time/local-day.rules.ts';

/** An hour in the head of a timeline, shared by all days drawn under it. */
export interface Column {
  /** Minutes after midnight that clocks show at its start. */
  readonly minute: number;
  readonly repeated: boolean;
}

/** Shown where nothing is open that could tell more: eight in the morning to eight in the evening. */
const usual = { first: 8 * 60, last: 20 * 60 };

const keyOf = ({ minute, repeated }: Column) => minute * 2 + Number(repeated);

/** The hours worth showing: from the first that a stretch touches on any day to the last. */
export function columnsOf(days: readonly LocalDay[], spans: readonly Interval[]): Column[] {
  const hours = days.flatMap((day) => day.hours);
  const touched = hours.filter(({ start, end }) => spans.some((span) => span.start < end && start < span.end));
  const minutes = touched.map(({ minute }) => minute);
  const first = touched.length > 0 ? Math.min(...minutes) : usual.first;
  const last = touched.length > 0 ? Math.max(...minutes) : usual.last - 60;
  const columns = new Map(
    hours.filter(({ minute }) => minute >= first && minute <= last).map((hour) => [keyOf(hour), hour]),
  );
  return [...columns.values()]
    .map(({ minute, repeated }) => ({ minute, repeated }))
    .sort((one, other) => keyOf(one) - keyOf(other));
}

/** How many columns of a day lie wholly before a moment; one always stays, so that a day that is over shows its end. */
export function overBefore(columns: readonly Column[], day: LocalDay, at: number): number {
  if (at < day.start || at >= day.end) return 0;
  const over = columns.filter((column) => (hourUnder(column, day)?.end ?? day.start) <= at).length;
  return Math.min(over, columns.length - 1);
}

/** The hour of a day under a column; none where clocks do not show it on that day. */
export const hourUnder = (column: Column, day: LocalDay): Hour | undefined =>
  day.hours.find((hour) => keyOf(hour) === keyOf(column));

/** Where a moment of a day lies along its columns: 0 is the start of the first, 1 the end of the last. */
export function placeOf(columns: readonly Column[], day: LocalDay, at: number): number {
  let place = 0;
  for (const [index, column] of columns.entries()) {
    const hour = hourUnder(column, day);
    if (!hour) continue;
    if (at < hour.start) return place / columns.length;
    if (at < hour.end) return (index + (at - hour.start) / (hour.end - hour.start)) / columns.length;
    place = index + 1;
  }
  return place / columns.length;
}

/** The moment of a day at a place along its columns (0 to 1); a skipped hour stands for the moment it is skipped. */
export function momentAt(columns: readonly Column[], day: LocalDay, place: number): number {
  const along = Math.min(Math.max(place, 0), 1) * columns.length;
  const hours = columns.map((column) => hourUnder(column, day));
  const index = Math.min(Math.floor(along), columns.length - 1);
  const hour = hours[index];
  if (hour) return hour.start + Math.round((hour.end - hour.start) * Math.min(along - index, 1));
  return hours.slice(index).find((later) => later)?.start ?? hours.findLast((earlier) => earlier)?.end ?? day.end;
}

/** A stretch as its two places along the columns of a day; nothing where it does not show there. */
export function stretchOn(
  columns: readonly Column[],
  day: LocalDay,
  span: Interval,
): { from: number; to: number } | undefined {
  const from = placeOf(columns, day, Math.max(span.start, day.start));
  const to = placeOf(columns, day, Math.min(span.end, day.end));
  return span.start < day.end && day.start < span.end && from < to ? { from, to } : undefined;
}

/** The columns that clocks do not show on a day, as places. */
export function skippedOn(columns: readonly Column[], day: LocalDay): { from: number; to: number }[] {
  return columns.flatMap((column, index) =>
    hourUnder(column, day) ? [] : [{ from: index / columns.length, to: (index + 1) / columns.length }],
  );
}
