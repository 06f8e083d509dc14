import { comingDays } from '#lib/equipment/hours.rules.ts';
import { hoursInWords, weekInWords } from '#lib/equipment/words.ts';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import type { I18n } from '#lib/i18n/i18n.ts';
import type { slotOf } from '#lib/server/slots.ts';
import type { EquipmentPage } from './equipment.documents.ts';

type Equipment = ResultOf<typeof EquipmentPage>['equipment'];
/** A description as short as a label stands under the name, a longer one below the timeline. */
const labelLength = 90;

type Slot = ReturnType<typeof slotOf>;
export type EquipmentWords = ReturnType<typeof inWords>;

/**
 * What a page says of its equipment that stays as it is while somebody reads it; said here, so that neither the many
 * messages nor the rules of the words are sent to browsers. `today` is the day where the equipment stands, `next` the
 * nearest free time there.
 */
export function inWords(i18n: I18n, equipment: Equipment, today: string, next: Slot | null) {
  const { t, format } = i18n;
  const { name, description, centre, openingHours, type } = equipment;
  const open = t('equipment.open', { hours: hoursInWords(i18n, openingHours) });
  const short = description.length <= labelLength;
  return {
    summary: t('equipment.description', { name, centre: centre.name, city: centre.city.name }),
    group: t(`equipment.group.${type.group}`),
    lead: [short && description, centre.city.name, open].filter(Boolean).join(' · '),
    next: next && {
      query: next.query,
      text: t('booking.panel.next', {
        time: format.range(next.pick.startsAt, next.pick.endsAt, { zone: centre.zone }),
      }),
    },
    about: short ? undefined : description,
    rules: rulesInWords(i18n, equipment),
    week: weekInWords(i18n, openingHours),
    zone: t('equipment.hours.zone', {
      city: centre.city.name,
      zone: format.zoneName(centre.zone, `${today}T12:00:00Z`),
    }),
    otherDays: comingDays(centre.openingExceptions, today, 4).map((day) => ({
      id: day.id,
      text: `${datesInWords(i18n, day, today)}: ${day.kind === 'CLOSED' ? t('equipment.hours.closed') : `${day.opens}–${day.closes}`}`,
      message: day.message,
    })),
  };
}

function rulesInWords({ t, format }: I18n, { rules, type, units }: Equipment): string[] {
  const said = [
    t(`equipment.audience.${rules.audience}`),
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

function datesInWords(
  { format }: I18n,
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  today: string,
): string {
  // Within a year the day says enough.
  const aYearOn = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  const style = endsOn < aYearOn ? 'day' : 'long';
  return startsOn === endsOn ? format.day(startsOn, style) : format.days(startsOn, endsOn, style);
}
