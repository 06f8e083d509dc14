/** An hour that clocks show on a day, in epoch milliseconds; shorter where the clocks change within it. */
export interface Hour {
  readonly start: number;
  readonly end: number;
  /** Minutes after midnight that clocks show at its start. */
  readonly minute: number;
  /** Shown for the second time, as clocks went back. */
  readonly repeated: boolean;
}

/** A calendar day of a zone with the hours that its clocks really show: 23 to 25. */
export interface LocalDay {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
  readonly hours: readonly Hour[];
}

/** A moment at which a booking may begin or end. */
export interface GridPoint {
  readonly at: number;
  readonly date: string;
  /** Minutes after midnight; 1440 is the end of the day. */
  readonly minute: number;
  readonly repeated: boolean;
}

const minute = 60_000;
const isDate = /^\d{4}-\d{2}-\d{2}$/;

const atNoon = (date: string) => new Date(`${date}T12:00:00Z`);
const dateOf = (at: Date) => at.toISOString().slice(0, 10);

/** The day so many days later, both YYYY-MM-DD. */
export function addDays(date: string, days: number): string {
  const at = atNoon(date);
  at.setUTCDate(at.getUTCDate() + days);
  return dateOf(at);
}

/** ISO weekday, 1 Monday to 7 Sunday, of a day YYYY-MM-DD. */
export const weekdayOf = (date: string): number => atNoon(date).getUTCDay() || 7;

/** The Monday of the week of a day, both YYYY-MM-DD. */
export const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date));

/** The text as a day of the calendar, where it is one between the years 2000 and 2100. */
export function readDate(text: string | null | undefined): string | undefined {
  if (!text || !isDate.test(text) || text < '2000' || text > '2101') return undefined;
  const at = atNoon(text);
  return !Number.isNaN(at.getTime()) && dateOf(at) === text ? text : undefined;
}

/** The moments of a day at which its clocks show a multiple of `grid` minutes, its end included. */
export function gridPoints(day: LocalDay, grid: number): GridPoint[] {
  const points: GridPoint[] = [];
  for (const hour of day.hours) {
    const last = hour.minute + (hour.end - hour.start) / minute;
    for (let shown = Math.ceil(hour.minute / grid) * grid; shown < last; shown += grid) {
      const at = hour.start + (shown - hour.minute) * minute;
      points.push({ at, date: day.date, minute: shown, repeated: hour.repeated });
    }
  }
  return [...points, { at: day.end, date: day.date, minute: 1440, repeated: false }];
}

const two = (value: number) => String(value).padStart(2, '0');

/** `14:30`; `03:30B` is the second 03:30 of a day on which clocks go back. */
export const clockName = ({ minute: shown, repeated }: Pick<GridPoint, 'minute' | 'repeated'>): string =>
  `${two(Math.floor(shown / 60))}:${two(shown % 60)}${repeated ? 'B' : ''}`;

/** A moment as an address carries it: the clock, with the date where it is not the first day; else nothing. */
export function writeMoment(at: number, days: readonly LocalDay[]): string | undefined {
  const [first] = days;
  if (first && at === first.end) return '24:00';
  const day = days.find(({ start, end }) => start <= at && at < end);
  const hour = day?.hours.find(({ start, end }) => start <= at && at < end);
  if (!day || !hour) return undefined;
  const name = clockName({ minute: hour.minute + Math.floor((at - hour.start) / minute), repeated: hour.repeated });
  return day === first ? name : `${day.date}T${name}`;
}

/** The moment that an address names; nothing where it is none, as in the hour that spring skips. */
export function readMoment(text: string | null | undefined, days: readonly LocalDay[]): number | undefined {
  const [, date, hours, minutes, second] = /^(?:(\d{4}-\d\d-\d\d)T)?(\d\d):(\d\d)(B?)$/.exec(text ?? '') ?? [];
  const day = date ? days.find((candidate) => candidate.date === date) : days[0];
  if (!day) return undefined;
  const shown = Number(hours) * 60 + Number(minutes);
  if (shown === 1440) return day.end;
  const hour = day.hours.find(
    ({ minute: first, start, end, repeated }) =>
      repeated === (second === 'B') && first <= shown && shown < first + (end - start) / minute,
  );
  return hour && Number(minutes) < 60 ? hour.start + (shown - hour.minute) * minute : undefined;
}
