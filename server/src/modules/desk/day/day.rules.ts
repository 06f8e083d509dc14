import { type LocalDay, localDayFrom, localDayOf } from '../../../shared/time/local-time.rules.ts';

const earliest = '2000-01-01';
const latest = '2999-12-31';

/** The local day of a zone that is asked for, today where none is; undefined for one that no calendar here has. */
export function dayAsked(zone: string, date: string | null, now: Date): LocalDay | undefined {
  if (date === null) return localDayOf(zone, now.getTime());
  return date < earliest || date > latest ? undefined : localDayFrom(zone, date);
}
