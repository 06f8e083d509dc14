import type { I18n } from '#lib/i18n/i18n.ts';
import { type HoursOfDays, hoursInLines, type WeekdayHours } from './hours.rules.ts';

type Words = Pick<I18n, 't'>;
type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Weekdays in a row and their times: `I–V`, `09:00–13:00, 14:00–18:00`. */
export type WeekInWords = readonly { readonly days: string; readonly times: string }[];

function daysInWords({ t }: Words, { first, last }: HoursOfDays): string {
  const name = (weekday: number) => t(`equipment.weekday.${weekday as Weekday}`);
  return first === last ? name(first) : `${name(first)}–${name(last)}`;
}

const timesInWords = ({ t }: Words, { hours }: HoursOfDays): string =>
  hours.length === 0 ? t('equipment.hours.closed') : hours.map(({ opens, closes }) => `${opens}–${closes}`).join(', ');

/** The week in as few lines as tell it all, closed days too. */
export const weekInWords = (words: Words, hours: readonly WeekdayHours[]): WeekInWords =>
  hoursInLines(hours).map((line) => ({ days: daysInWords(words, line), times: timesInWords(words, line) }));

/** `I–V 09:00–20:00, VI 10:00–16:00`: the open days of a week in one line. */
export function hoursInWords(words: Words, hours: readonly WeekdayHours[]): string {
  const lines = hoursInLines(hours).filter((line) => line.hours.length > 0);
  if (lines.length === 0) return words.t('equipment.hours.closed');
  return lines.map((line) => `${daysInWords(words, line)} ${timesInWords(words, line)}`).join(', ');
}
