import { stableId } from '../../../shared/ids/stable-id.rules.ts';
import { localDays } from '../../../shared/time/local-time.rules.ts';
import type { DemoCentre, DemoData } from '../demonstration-data.rules.ts';

interface Hours {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

/** Weekly hours of a scope: a centre's key, a model (with or without a country) or an equipment type. */
function hoursOf(data: DemoData, scope: string, country: string): Hours[] {
  const local = data.hours.filter((row) => row.scope === scope && row.country === country);
  const rows = local.length > 0 ? local : data.hours.filter((row) => row.scope === scope && row.country === '');
  return rows.flatMap(({ days, opens, closes }) => {
    const [first, last = first] = days.split('-').map(Number);
    if (first === undefined || last === undefined) return [];
    return Array.from({ length: last - first + 1 }, (_, index) => ({ weekday: first + index, opens, closes }));
  });
}

/** Weekly opening hours of a centre: its own, else those usual for its model in its country. */
export function planCentreHours(data: DemoData, centre: DemoCentre) {
  const own = hoursOf(data, centre.key, centre.country);
  const hours = own.length > 0 ? own : hoursOf(data, centre.model, centre.country);
  return hours.map((rule) => ({
    id: stableId('opening-rule', `${centre.key}/${rule.weekday}/${rule.opens}`),
    centre: centre.id,
    equipment: null,
    ...rule,
  }));
}

/** Weekly hours of one equipment where its type keeps its own, else none. */
export function planEquipmentHours(data: DemoData, centre: DemoCentre, type: string, equipment: string) {
  return hoursOf(data, type, centre.country).map((rule) => ({
    id: stableId('opening-rule', `${centre.key}/${type}/${rule.weekday}/${rule.opens}`),
    centre: centre.id,
    equipment,
    ...rule,
  }));
}

/** Public holidays of a centre's country, coming back yearly, and its own days that differ. */
export function planExceptions(data: DemoData, centre: DemoCentre, now: Date) {
  const year = now.getUTCFullYear() - 1;
  const holidays = data.holidays
    .filter(({ country }) => country === centre.country)
    .map(({ from, to, lt, en }) => ({
      id: stableId('opening-exception', `${centre.key}/${from}`),
      centre: centre.id,
      equipment: null,
      kind: 'closed' as const,
      startsOn: `${year}-${from}`,
      endsOn: `${year}-${to}`,
      opens: null,
      closes: null,
      yearly: true,
      messages: { lt, en },
    }));
  const own = data.exceptions
    .filter((exception) => exception.centre === centre.key)
    .map(({ kind, inDays, days, opens = null, closes = null, lt, en }) => ({
      id: stableId('opening-exception', `${centre.key}/own/${inDays}`),
      centre: centre.id,
      equipment: null,
      kind,
      startsOn: dayAfter(centre.zone, now, inDays),
      endsOn: dayAfter(centre.zone, now, inDays + days - 1),
      opens,
      closes,
      yearly: false,
      messages: { lt, en },
    }));
  return [...holidays, ...own];
}

/** The local day so many days after today, YYYY-MM-DD. */
export function dayAfter(zone: string, now: Date, days: number): string {
  const from = now.getTime();
  const list = localDays(zone, from, from + (days + 2) * 86_400_000);
  const day = list[days];
  if (!day) throw new RangeError(`no day ${days} days after ${now.toISOString()}`);
  return day.date;
}
