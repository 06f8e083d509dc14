import { addDays } from '#lib/time/local-day.rules.ts';
import { distances, type Search } from './search.rules.ts';

/** A way to ask for less, so that more is found. */
export interface Looser {
  readonly kind: 'others' | 'hours' | 'shorter' | 'week' | 'nextDay' | 'wider' | 'anywhere' | 'anything';
  readonly search: Search;
}

/** What to loosen of a search that found nothing, the smallest loss first. */
export function waysToLoosen(search: Search, today: string): Looser[] {
  const ways: Looser[] = [];
  const { near } = search;
  if (search.mine) ways.push({ kind: 'others', search: { ...search, mine: false } });
  if (search.from || search.to) ways.push({ kind: 'hours', search: { ...search, from: '', to: '' } });
  if (search.minutes) ways.push({ kind: 'shorter', search: { ...search, minutes: undefined } });
  if (!search.week && search.date === today) ways.push({ kind: 'week', search: { ...search, week: true } });
  else if (!search.week) ways.push({ kind: 'nextDay', search: { ...search, date: addDays(search.date, 1) } });
  const wider = near && distances.find((distance) => distance > near.within);
  if (near && wider) ways.push({ kind: 'wider', search: { ...search, near: { ...near, within: wider } } });
  if (near || search.city) ways.push({ kind: 'anywhere', search: placeless(search) });
  if (search.what) ways.push({ kind: 'anything', search: { ...search, what: '', made: '' } });
  return ways;
}

/** Without a place nothing is nearest. */
const placeless = (search: Search): Search => ({
  ...search,
  near: undefined,
  city: '',
  order: search.order === 'nearest' ? 'soonest' : search.order,
});
