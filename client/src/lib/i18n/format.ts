import type { Locale } from './locale.ts';

type Instant = Date | string | number;

/** How a time is written: in which zone, the reader's where none is given. */
export interface TimeOptions {
  readonly zone?: string;
}

const cache = new Map<string, unknown>();

/** Intl objects are costly to make and never change, so each is made once. */
function memo<T>(key: string, make: () => T): T {
  const found = cache.get(key) as T | undefined;
  if (found) return found;
  const made = make();
  cache.set(key, made);
  return made;
}

const instant = (value: Instant) => (value instanceof Date ? value : new Date(value));
/** A calendar day has no zone; noon in UTC falls on the same day when written in UTC. */
const dayInstant = (day: string) => new Date(`${day}T12:00:00Z`);

const dateStyles = {
  /** `2026 m. lapkričio 24 d.` */
  long: { dateStyle: 'long' },
  /** `lapkričio 24 d.` */
  day: { month: 'long', day: 'numeric' },
  /** `antradienis, lapkričio 24 d.` */
  weekday: { weekday: 'long', month: 'long', day: 'numeric' },
  /** `2027 m. lapkričio 24 d., trečiadienis` */
  full: { dateStyle: 'full' },
  /** `an, 11-24` */
  short: { weekday: 'short', month: 'numeric', day: 'numeric' },
  /** `antradienis` */
  dayName: { weekday: 'long' },
  /** `an` */
  shortDayName: { weekday: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateStyle = keyof typeof dateStyles;

const relativeUnits = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

export type Format = ReturnType<typeof createFormat>;

/** Everything that is written differently from place to place, for one reader. */
export function createFormat(locale: Locale, readerZone: string) {
  const tag = locale === 'en' ? 'en-GB' : locale;
  const dates = (options: Intl.DateTimeFormatOptions, zone = readerZone) =>
    memo(
      `date ${tag} ${zone} ${JSON.stringify(options)}`,
      () => new Intl.DateTimeFormat(tag, { ...options, timeZone: zone }),
    );
  const numbers = (options: Intl.NumberFormatOptions = {}) =>
    memo(`number ${tag} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(tag, options));
  const names = (type: 'region' | 'language') =>
    memo(`names ${tag} ${type}`, () => new Intl.DisplayNames(tag, { type }));
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

  /** The calendar day (YYYY-MM-DD) on which an instant falls in a zone. */
  const dayOf = (at: Instant, zone = readerZone) =>
    memo(`day ${zone}`, () => new Intl.DateTimeFormat('sv', { timeZone: zone })).format(instant(at));
  const date = (at: Instant, style: DateStyle = 'long', { zone }: TimeOptions = {}) =>
    dates(dateStyles[style], zone).format(instant(at));
  const time = (at: Instant, { zone }: TimeOptions = {}) => dates(clock, zone).format(instant(at));
  /** The time at which something ends: `16:00`, and 24:00 for midnight. */
  const endTime = (at: Instant, options: TimeOptions = {}) => {
    const clockTime = time(at, options);
    return clockTime === '00:00' ? '24:00' : clockTime;
  };
  /** `Rytų Europos laikas` */
  const zoneName = (zone: string, at: Instant) => {
    const nameIn = (style: 'longGeneric' | 'long') =>
      dates({ timeZoneName: style }, zone)
        .formatToParts(instant(at))
        .find(({ type }) => type === 'timeZoneName')?.value ?? zone;
    const generic = nameIn('longGeneric');
    // Where a language has no name for a zone it makes do with `Laikas: Jungtinė Karalystė`.
    return generic.includes(':') ? nameIn('long') : generic;
  };

  return {
    readerZone,
    dayOf,
    date,
    /** `14:30` */
    time,
    endTime,
    /** A calendar day YYYY-MM-DD that has no zone. */
    day: (day: string, style: DateStyle = 'long') => dates(dateStyles[style], 'UTC').format(dayInstant(day)),
    /** The day of an instant as a leaf of a calendar: `lapkričio`, `24`, `antradienis`. */
    leaf(at: Instant, { zone }: TimeOptions = {}) {
      const parts = dates(dateStyles.day, zone).formatToParts(instant(at));
      const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
      return { month: part('month'), day: part('day'), weekday: dates({ weekday: 'long' }, zone).format(instant(at)) };
    },
    /** Calendar days from the first to the last, such as `lapkričio 24–26 d.` */
    days(first: string, last: string, style: 'long' | 'day' = 'long') {
      const text = dates(dateStyles[style], 'UTC').formatRange(dayInstant(first), dayInstant(last));
      // Browsers leave the `d.` out of a Lithuanian range without a year.
      return locale === 'lt' && !text.endsWith('d.') ? `${text} d.` : text;
    },
    /** `antradienis, lapkričio 24 d., 14:30` */
    dateTime: (at: Instant, options: TimeOptions = {}) => `${date(at, 'weekday', options)}, ${time(at, options)}`,
    /** `antradienis, lapkričio 24 d., 14:30–16:00`; both days where they differ. */
    range(start: Instant, end: Instant, options: TimeOptions = {}) {
      const sameDay = dayOf(start, options.zone) === dayOf(end, options.zone);
      const from = `${date(start, 'weekday', options)}, ${time(start, options)}`;
      return sameDay
        ? `${from}–${time(end, options)}`
        : `${from} – ${date(end, 'weekday', options)}, ${time(end, options)}`;
    },
    /** `14:30–16:00`; midnight at the end is 24:00. */
    times: (start: Instant, end: Instant, options: TimeOptions = {}) =>
      `${time(start, options)}–${endTime(end, options)}`,
    /** `prieš 5 minutes`, `po 2 dienų`. */
    relative(at: Instant, now: Instant) {
      const seconds = Math.round((instant(at).getTime() - instant(now).getTime()) / 1000);
      const [unit, size] = relativeUnits.find(([, length]) => Math.abs(seconds) >= length) ?? (['minute', 60] as const);
      return memo(`relative ${tag}`, () => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })).format(
        Math.trunc(seconds / size),
        unit,
      );
    },
    /** `1 val. 30 min.` */
    duration(minutes: number) {
      const unit = (value: number, name: 'hour' | 'minute') =>
        numbers({ style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      const parts = [hours > 0 ? unit(hours, 'hour') : '', rest > 0 || hours === 0 ? unit(rest, 'minute') : ''];
      return parts.filter(Boolean).join(' ');
    },
    /** Orders words as the alphabet of the language does. */
    compare: (one: string, other: string) => memo(`order ${tag}`, () => new Intl.Collator(tag)).compare(one, other),
    number: (value: number, options?: Intl.NumberFormatOptions) => numbers(options).format(value),
    /** `2,1 km`; metres under one kilometre. */
    distance: (kilometres: number) =>
      kilometres < 1
        ? numbers({ style: 'unit', unit: 'meter' }).format(Math.round(kilometres * 20) * 50)
        : numbers({ style: 'unit', unit: 'kilometer', maximumFractionDigits: kilometres < 10 ? 1 : 0 }).format(
            kilometres,
          ),
    country: (code: string) => names('region').of(code) ?? code,
    language: (code: string) => names('language').of(code) ?? code,
    list: (words: readonly string[]) =>
      memo(`list ${tag}`, () => new Intl.ListFormat(tag, { type: 'conjunction' })).format(words),
    zoneName,
    /** The name of a zone where its clock differs from the reader's at that instant, else nothing. */
    foreignZone(zone: string, at: Instant) {
      const offset = (of: string) => dates({ timeZoneName: 'longOffset', hour: 'numeric' }, of).format(instant(at));
      return zone === readerZone || offset(zone) === offset(readerZone) ? undefined : zoneName(zone, at);
    },
  };
}
