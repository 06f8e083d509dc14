import { readDate } from '#lib/time/local-day.rules.ts';
import { dayIn, momentIn } from '#lib/time/local-days.server.ts';

/** The moment of a day and clock time in a zone, as forms send them; null where they name none. */
export function instantAt(zone: string, date: string, time: string): string | null {
  const day = readDate(date);
  if (day === undefined || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  return new Date(momentIn(dayIn(zone, day), time, zone)).toISOString();
}
