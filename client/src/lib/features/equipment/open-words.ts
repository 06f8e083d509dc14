import type { I18n } from '#lib/i18n/i18n.ts';

/** A centre as far as it tells when it opens or closes. */
export interface OpenOrNot {
  readonly openNow: boolean;
  readonly closesAt: string | null;
  readonly opensAt: string | null;
  readonly zone: string;
}

const week = 7 * 86_400_000;

/** `dirba iki 20:00`, `atsidarys antradienį 09:00`; what is further away than a week only says that it is closed. */
export function openWords({ t, format }: Pick<I18n, 't' | 'format'>, centre: OpenOrNot, now: string): string {
  const { openNow, closesAt, opensAt, zone } = centre;
  if (openNow) {
    if (!closesAt) return t('common.open.now');
    const sameDay = Date.parse(closesAt) - Date.parse(now) < week / 7;
    if (!sameDay) return t('common.open.now');
    return t('common.open.until', { time: format.times(now, closesAt, { zone }).split('–')[1] ?? '' });
  }
  if (!opensAt || Date.parse(opensAt) - Date.parse(now) >= week - 86_400_000) return t('common.open.closed');
  const time = format.time(opensAt, { zone });
  const day = format.dayOf(opensAt, zone);
  if (day === format.dayOf(now, zone)) return t('common.open.at', { time });
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
  return t('common.open.on', { weekday: `d${weekday}`, time });
}
