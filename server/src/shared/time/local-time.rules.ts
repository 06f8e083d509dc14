import { Temporal } from 'temporal-polyfill';

/** A local calendar day of a zone as instants, epoch milliseconds, half open; 23 to 25 hours long. */
export interface LocalDay {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** ISO weekday, 1 Monday to 7 Sunday. */
  readonly weekday: number;
  readonly start: number;
  readonly end: number;
}

const dayLength = 86_400_000;

/** Everything asks for the same days of a few zones; the calendar is worked out once. By zone and day of UTC. */
const known = new Map<string, Map<number, readonly LocalDay[]>>();
const mostKnown = 1000;

/** The local days of an IANA zone that touch `[from, until)`, epoch milliseconds, in order. */
export function localDays(zone: string, from: number, until: number): readonly LocalDay[] {
  const days: LocalDay[] = [];
  for (let start = from; start < until; ) {
    const day = localDayOf(zone, start);
    days.push(day);
    start = day.end;
  }
  return days;
}

/** The local day of a zone in which an instant (epoch milliseconds) lies. */
export function localDayOf(zone: string, instant: number): LocalDay {
  const ofZone = known.get(zone) ?? new Map<number, readonly LocalDay[]>();
  known.set(zone, ofZone);
  if (ofZone.size >= mostKnown) ofZone.clear();
  const number = Math.floor(instant / dayLength);
  const days = ofZone.get(number) ?? daysBetween(zone, number * dayLength, (number + 1) * dayLength);
  ofZone.set(number, days);
  const day = days.find(({ end }) => instant < end);
  if (!day) throw new RangeError(`no local day for ${instant}`);
  return day;
}

function daysBetween(zone: string, from: number, until: number): LocalDay[] {
  const days: LocalDay[] = [];
  let date = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
  let start = startOf(date, zone);
  while (start < until) {
    const next = date.add({ days: 1 });
    const end = startOf(next, zone);
    days.push({ date: date.toString(), weekday: date.dayOfWeek, start, end });
    date = next;
    start = end;
  }
  return days;
}

/** The local day so many days after the one in which an instant (epoch milliseconds) lies. */
export function localDayAfter(zone: string, instant: number, days: number): LocalDay {
  const from = localDayOf(zone, instant);
  const date = new Date(Date.parse(from.date) + days * dayLength).toISOString().slice(0, 10);
  const noon = localDayOf(zone, from.start + (days + 0.5) * dayLength);
  return noon.date === date ? noon : localDayFrom(zone, date);
}

/** The local day of a zone with this date, YYYY-MM-DD. */
export const localDayFrom = (zone: string, date: string): LocalDay =>
  localDayOf(zone, startOf(Temporal.PlainDate.from(date), zone));

/** Minutes after midnight of a wall-clock time HH:MM or HH:MM:SS; 24:00 is 1440. */
export function minutesOf(wallClock: string): number {
  const [hours = '', minutes = ''] = wallClock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/**
 * The instant (epoch milliseconds) at which clocks show so many minutes after midnight on a day. A time that
 * spring skips is the moment of the change; of a time that autumn repeats, `first` or `last` is taken.
 */
export function instantAt(day: LocalDay, minutes: number, zone: string, repeated: 'first' | 'last'): number {
  if (minutes >= 1440) return day.end;
  if (minutes === 0 && repeated === 'first') return day.start;
  // Only days on which clocks change need the calendar; there are two a year.
  if (day.end - day.start === dayLength) return day.start + minutes * 60_000;
  const wallClock = Temporal.PlainDate.from(day.date).toPlainDateTime({
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
  });
  const earlier = wallClock.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (!earlier.toPlainDateTime().equals(wallClock)) {
    return earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? earlier.epochMilliseconds;
  }
  if (repeated === 'first') return earlier.epochMilliseconds;
  return wallClock.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
}

/** The wall-clock minutes after midnight that clocks of a zone show at an instant (epoch milliseconds). */
export function wallMinutesAt(zone: string, instant: number): number {
  const day = localDayOf(zone, instant);
  if (day.end - day.start === dayLength) return (instant - day.start) / 60_000;
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return local.hour * 60 + local.minute + local.second / 60 + local.millisecond / 60_000;
}

const startOf = (date: Temporal.PlainDate, zone: string): number => date.toZonedDateTime(zone).epochMilliseconds;
