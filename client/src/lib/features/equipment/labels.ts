import type { graphql } from '#lib/api/graphql.ts';
import type { I18n } from '#lib/i18n/i18n.ts';
import { type HoursOfDays, hoursInLines, type WeekdayHours } from './hours.rules.ts';

type Words = Pick<I18n, 't' | 'format'>;
type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

function daysLabel({ t }: Words, { first, last }: HoursOfDays): string {
  const name = (weekday: number) => t(`equipment.weekday.${weekday as Weekday}`);
  return first === last ? name(first) : `${name(first)}–${name(last)}`;
}

const timesLabel = ({ t }: Words, { hours }: HoursOfDays): string =>
  hours.length === 0 ? t('equipment.hours.closed') : hours.map(({ opens, closes }) => `${opens}–${closes}`).join(', ');

/** The week in as few lines as tell it all, closed days too: `I–V`, `09:00–13:00, 14:00–18:00`. */
export const weekLabels = (words: Words, hours: readonly WeekdayHours[]) =>
  hoursInLines(hours).map((line) => ({ days: daysLabel(words, line), times: timesLabel(words, line) }));

/** `I–V 09:00–20:00, VI 10:00–16:00`: the open days of a week in one line. */
export function hoursLabel(words: Words, hours: readonly WeekdayHours[]): string {
  const lines = hoursInLines(hours).filter((line) => line.hours.length > 0);
  if (lines.length === 0) return words.t('equipment.hours.closed');
  return lines.map((line) => `${daysLabel(words, line)} ${timesLabel(words, line)}`).join(', ');
}

/** What the rules of booking an equipment are told from. */
export interface RuledEquipment {
  readonly rules: {
    readonly audience: ReturnType<typeof graphql.scalar<'BookingAudience'>>;
    readonly approval: ReturnType<typeof graphql.scalar<'ApprovalNeed'>>;
    readonly gridMinutes: number;
    readonly minimumMinutes: number;
    readonly maximumMinutes: number;
    readonly leadMinutes: number;
    readonly horizonDays: number;
    readonly bufferBeforeMinutes: number;
    readonly bufferAfterMinutes: number;
  };
  readonly type: { readonly induction: ReturnType<typeof graphql.scalar<'InductionHabit'>> };
  readonly units: readonly unknown[];
}

/** Who may book, for how long, how far ahead: each rule of booking a sentence. */
export function ruleLabels({ t, format }: Words, { rules, type, units }: RuledEquipment): string[] {
  const said = [
    t(`equipment.audience.${rules.audience}`),
    rules.approval === 'EVERYONE' && t('equipment.rules.approval'),
    t('equipment.rules.length', {
      least: format.duration(rules.minimumMinutes),
      most: format.duration(rules.maximumMinutes),
      grid: format.duration(rules.gridMinutes),
    }),
    t('equipment.rules.horizon', { days: rules.horizonDays }),
    rules.leadMinutes > 0 && t('equipment.rules.lead', { lead: format.duration(rules.leadMinutes) }),
    rules.bufferBeforeMinutes > 0 && t('equipment.rules.before', { time: format.duration(rules.bufferBeforeMinutes) }),
    rules.bufferAfterMinutes > 0 && t('equipment.rules.after', { time: format.duration(rules.bufferAfterMinutes) }),
    units.length > 1 && t('equipment.rules.units', { count: units.length }),
    type.induction !== 'NO' && t(`equipment.induction.${type.induction}`),
  ];
  return said.filter((line) => line !== false);
}
