import type { Locale } from '../../platform/i18n/locale.rules.ts';
import { localDayOf } from '../time/local-time.rules.ts';

/** The language tag whose dates and times a reader is used to: 24 hours, the day before the month. */
const tags: Record<Locale, string> = { lt: 'lt', en: 'en-GB' };

/** Making a formatter costs a hundred times what using it does. */
const made = new Map<string, Intl.DateTimeFormat>();

function dates(locale: Locale, zone: string, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${Object.keys(form)}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(tags[locale], { ...form, timeZone: zone });
  made.set(key, format);
  return format;
}

/** A clock time of a zone, HH:MM; the midnight at which a stretch ends is 24:00. */
export function clockTime(instant: number, zone: string, locale: Locale, end = false): string {
  if (end && instant > 0 && localDayOf(zone, instant).start === instant) return '24:00';
  return dates(locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
}

/** From when to when by the clocks of a zone, such as 09:00–20:00. */
export const clockTimes = (start: number, end: number, zone: string, locale: Locale): string =>
  `${clockTime(start, zone, locale)}–${clockTime(end, zone, locale, true)}`;

/** A day in a zone, with its year where that is not the year of `now`. */
export function dayName(instant: number, zone: string, locale: Locale, now: number): string {
  const year = (moment: number) => localDayOf(zone, moment).date.slice(0, 4);
  const form = { day: 'numeric', month: 'long' } as const;
  return dates(locale, zone, year(instant) === year(now) ? form : { ...form, year: 'numeric' }).format(instant);
}

/** From when to when with the weekday, such as Thursday 3 December, 10:00–12:00; with both days where it takes several. */
export function periodName(start: number, end: number, zone: string, locale: Locale, now: number): string {
  const year = (moment: number) => localDayOf(zone, moment).date.slice(0, 4);
  const day = (moment: number) => {
    const form = { weekday: 'long', day: 'numeric', month: 'long' } as const;
    return dates(locale, zone, year(moment) === year(now) ? form : { ...form, year: 'numeric' }).format(moment);
  };
  if (end <= localDayOf(zone, start).end) return `${day(start)}, ${clockTimes(start, end, zone, locale)}`;
  return `${day(start)}, ${clockTime(start, zone, locale)} – ${day(end)}, ${clockTime(end, zone, locale)}`;
}

type TimeUnit = 'day' | 'hour' | 'minute';
const counters = new Map<string, Intl.NumberFormat>();

function counts(locale: Locale, unit: TimeUnit): Intl.NumberFormat {
  const key = `${locale} ${unit}`;
  const unitDisplay = locale === 'lt' ? 'short' : 'long';
  const format = counters.get(key) ?? new Intl.NumberFormat(tags[locale], { style: 'unit', unit, unitDisplay });
  counters.set(key, format);
  return format;
}

/** So many minutes in words: 1 hour 30 minutes, 2 days. */
export function durationName(minutes: number, locale: Locale): string {
  const unit = (count: number, name: TimeUnit) => counts(locale, name).format(count);
  // Up to two days people count hours: a booking of 24 hours need not begin at midnight.
  const days = minutes >= 2880 ? Math.floor(minutes / 1440) : 0;
  const hours = Math.floor((minutes - days * 1440) / 60);
  const parts = [
    ...(days > 0 ? [unit(days, 'day')] : []),
    ...(hours > 0 ? [unit(hours, 'hour')] : []),
    ...(minutes % 60 > 0 || minutes === 0 ? [unit(minutes % 60, 'minute')] : []),
  ];
  return parts.join(' ');
}

/** A text to stand within a sentence that has its own full stop. */
export const withoutStop = (text: string): string => text.replace(/[.\s]+$/, '');
