import type { I18n } from '#lib/i18n/i18n.ts';
import { weekdayOf } from '#lib/time/local-day.rules.ts';

/** A centre as far as it tells when it opens or closes. */
export interface OpenOrNot {
  readonly openNow: boolean;
  readonly closesAt: string | null;
  readonly opensAt: string | null;
  readonly zone: string;
}

const day = 86_400_000;
/** Within so many days the name of a weekday can only mean the next one. */
const named = 6 * day;

/** `dirba iki 20:00` within a day, `atsidarys antradienį 09:00` within six; what is further away is not told. */
export function openWords({ t, format }: Pick<I18n, 't' | 'format'>, centre: OpenOrNot, now: string): string {
  const { openNow, closesAt, opensAt, zone } = centre;
  const isWithin = (at: string | null, length: number): at is string =>
    at !== null && Date.parse(at) - Date.parse(now) < length;
  if (openNow) {
    if (!isWithin(closesAt, day)) return t('common.open.now');
    return t('common.open.until', { time: format.endTime(closesAt, { zone }) });
  }
  if (!isWithin(opensAt, named)) return t('common.open.closed');
  const time = format.time(opensAt, { zone });
  const date = format.dayOf(opensAt, zone);
  if (date === format.dayOf(now, zone)) return t('common.open.at', { time });
  return t('common.open.on', { weekday: `d${weekdayOf(date)}`, time });
}
