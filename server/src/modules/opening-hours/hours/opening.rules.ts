import { type Interval, merged } from '../../../shared/time/interval.rules.ts';
import { instantAt, type LocalDay, localDays, minutesOf } from '../../../shared/time/local-time.rules.ts';
import type { ExceptionKind } from './opening.enums.ts';

/** Hours of one weekday (1 Monday to 7 Sunday), wall-clock HH:MM or HH:MM:SS; 24:00 is midnight. */
export interface WeeklyHours {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

/** Days (YYYY-MM-DD, both inside) on which the weekly hours do not hold. */
export interface DayException {
  readonly kind: ExceptionKind;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Set for special hours only. */
  readonly opens: string | null;
  readonly closes: string | null;
  /** Comes back on the same days of every later year. */
  readonly yearly: boolean;
  /** Of the equipment itself: its special hours go before its centre's. */
  readonly ofEquipment?: boolean;
  /** What people are told, by BCP 47 tag. */
  readonly messages?: Readonly<Record<string, string>>;
}

/** When something is open: its weekly hours and the days that differ. */
export interface Opening<Hours extends WeeklyHours = WeeklyHours, Exception extends DayException = DayException> {
  readonly rules: readonly Hours[];
  readonly exceptions: readonly Exception[];
}

/** Whether an exception holds on a local day (YYYY-MM-DD). */
export function coversDay(exception: DayException, date: string): boolean {
  if (date < exception.startsOn) return false;
  if (!exception.yearly) return date <= exception.endsOn;
  const year = Number(date.slice(0, 4));
  const first = Number(exception.startsOn.slice(0, 4));
  // A closure from Christmas to Epiphany began in the year before.
  const years = Number(exception.endsOn.slice(0, 4)) - first;
  for (let begun = Math.max(first, year - years); begun <= year; begun += 1) {
    const startsOn = `${begun}${exception.startsOn.slice(4)}`;
    const endsOn = `${begun + years}${exception.endsOn.slice(4)}`;
    if (startsOn <= date && date <= endsOn) return true;
  }
  return false;
}

/** The exceptions that decide a local day (YYYY-MM-DD): a closure before special hours, else none. */
export function exceptionsOn(opening: Opening, date: string): readonly DayException[] {
  const that = opening.exceptions.filter((exception) => coversDay(exception, date));
  const closed = that.filter((exception) => exception.kind === 'closed');
  if (closed.length > 0) return closed;
  const own = that.filter((exception) => exception.ofEquipment);
  return own.length > 0 ? own : that;
}

/**
 * The stretches within `[from, until)` (epoch milliseconds) in which something is open, in order, merged
 * where they touch, also across midnight. On the day clocks go back it stays open through the repeated hour;
 * on the day they go forward the skipped hour does not exist.
 */
export function openIntervals(input: Opening & { readonly zone: string; from: number; until: number }): Interval[] {
  const { zone, from, until } = input;
  const open = localDays(zone, from, until).flatMap((day) => hoursOn(input, day, zone));
  return merged(open).flatMap(({ start, end }) => {
    const cut = { start: Math.max(start, from), end: Math.min(end, until) };
    return cut.start < cut.end ? [cut] : [];
  });
}

/** Whether something is open from the beginning to the end of an interval, without a break. */
export function openThroughout(opening: Opening & { readonly zone: string }, { start, end }: Interval): boolean {
  const [open] = openIntervals({ ...opening, from: start, until: end });
  return open?.start === start && open.end === end;
}

function hoursOn(opening: Opening, day: LocalDay, zone: string): Interval[] {
  const exceptions = exceptionsOn(opening, day.date);
  if (exceptions.some((exception) => exception.kind === 'closed')) return [];
  const hours = exceptions.length > 0 ? exceptions : opening.rules.filter((rule) => rule.weekday === day.weekday);
  return hours.flatMap(({ opens, closes }) => {
    if (opens === null || closes === null) return [];
    const start = instantAt(day, minutesOf(opens), zone, 'first');
    const end = instantAt(day, minutesOf(closes), zone, 'last');
    return start < end ? [{ start, end }] : [];
  });
}
