import { readMade } from '#lib/features/search/make/made.rules.ts';
import { everywhere, type Point, readPoint, writePoint } from '#lib/features/search/place.rules.ts';
import { addDays, readDate } from '#lib/time/local-day.rules.ts';

/** What somebody looks for, as the address carries it. */
export interface Search {
  /** Key of an equipment type, name of a group, or empty for anything. */
  readonly what: string;
  /** What they said that they want to make, where `what` was understood of it. */
  readonly made: string;
  /** Slug of a city, or empty for all of them. */
  readonly city: string;
  readonly near?: (Point & { readonly within: number }) | undefined;
  /** The day (YYYY-MM-DD), or the first of the week. */
  readonly date: string;
  /** All the week from today on rather than a day; hours are asked of a day alone. */
  readonly week: boolean;
  /** Clock HH:MM, or empty. */
  readonly from: string;
  readonly to: string;
  readonly minutes?: number | undefined;
  /** Only what the reader may book. */
  readonly mine: boolean;
  readonly order: SearchOrder;
}

/** The orders of results; `nearest` where a place is known. */
const orders = ['soonest', 'nearest', 'name'] as const;
export type SearchOrder = (typeof orders)[number];

/** The orders that a search can have, its usual one first. */
export const ordersOf = ({ near }: Pick<Search, 'near'>): readonly SearchOrder[] =>
  near ? ['nearest', 'soonest', 'name'] : ['soonest', 'name'];

/** The lengths of time one may ask for, in minutes. */
export const lengths = [30, 60, 90, 120, 180, 240, 480] as const;
/** The distances around a place one may ask for, in kilometres. */
export const distances = [2, 5, 10, 25, 50] as const;
const usualDistance = 10;

/** The clocks between which one may search. */
export const clocks = Array.from(
  { length: 48 },
  (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`,
);

function readNear(text: string | null, within: string | null): Search['near'] {
  const point = readPoint(text);
  return point && { ...point, within: distances.find((distance) => String(distance) === within) ?? usualDistance };
}

const readClock = (text: string | null) => (text && (clocks.includes(text) || text === '24:00') ? text : '');

/** How far ahead one may search, in days. */
const farthest = 700;

/** Whether an address names a day that is none, or that nobody can look into. */
export function isStrangeDate(query: URLSearchParams, today: string): boolean {
  const text = query.get('date');
  return Boolean(text) && dateOf(text, today) === undefined;
}

function dateOf(text: string | null, today: string): string | undefined {
  const date = readDate(text);
  return date && date <= addDays(today, farthest) ? date : undefined;
}

/** Where an address looks: a place goes before a city, and the usual city is meant where it says nothing of any. */
export function readWhere(query: URLSearchParams, usual = ''): Pick<Search, 'city' | 'near'> {
  const near = readNear(query.get('near'), query.get('within'));
  const city = query.get('city') || usual;
  return { city: near || city === everywhere ? '' : city, near };
}

/**
 * What an address looks for. Without scripts the field comes along with what its text already stands for; then what
 * was typed in its place goes first, and an emptied field asks for anything.
 * @param named how the field calls what the address asks for
 */
export function readWhat(query: URLSearchParams, named: string | undefined): Pick<Search, 'what' | 'made'> {
  const [what, said] = [query.get('what') ?? '', query.get('make')];
  const made = readMade(said ?? '').text;
  return what !== '' && (said === null || made === named) ? { what, made: '' } : { what: '', made };
}

/** Reads a search from an address; what cannot be read counts as not asked. */
export function readSearch(
  query: URLSearchParams,
  today: string,
  usual: { city?: string; named?: string } = {},
): Search {
  const where = readWhere(query, usual.city);
  const [first = 'soonest', ...others] = ordersOf(where);
  const week = query.get('when') === 'week';
  const sameDay = week || query.get('when') === 'today';
  return {
    ...readWhat(query, usual.named),
    ...where,
    date: (sameDay ? undefined : dateOf(query.get('date'), today)) ?? today,
    week,
    from: week ? '' : readClock(query.get('from')),
    to: week ? '' : readClock(query.get('to')),
    minutes: lengths.find((length) => String(length) === query.get('minutes')),
    mine: query.get('mine') === '1',
    order: others.find((order) => order === query.get('order')) ?? first,
  };
}

/** The address of a search, without what was not asked. */
export function searchQuery(search: Search): string {
  const { what, made, city, near, date, week, from, to, minutes, mine, order } = search;
  const query = new URLSearchParams();
  if (made) query.set('make', made);
  else if (what) query.set('what', what);
  if (near) {
    query.set('near', writePoint(near));
    query.set('within', String(near.within));
  } else query.set('city', city || everywhere);
  if (week) query.set('when', 'week');
  else query.set('date', date);
  if (from && !week) query.set('from', from);
  if (to && !week) query.set('to', to);
  if (minutes) query.set('minutes', String(minutes));
  if (mine) query.set('mine', '1');
  if (order !== ordersOf(search)[0]) query.set('order', order);
  return query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
}
