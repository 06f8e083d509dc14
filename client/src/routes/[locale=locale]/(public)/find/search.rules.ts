import { type Point, readPoint, writePoint } from '#lib/features/search/place.rules.ts';
import { readDate } from '#lib/time/local-day.rules.ts';

/** What somebody looks for, as the address carries it. */
export interface Search {
  /** Key of an equipment type, name of a group, or empty for anything. */
  readonly what: string;
  /** Slug of a city, or empty. */
  readonly city: string;
  readonly near?: (Point & { readonly within: number }) | undefined;
  readonly date: string;
  /** Clock HH:MM, or empty. */
  readonly from: string;
  readonly to: string;
  readonly minutes?: number | undefined;
  /** Only what the reader may book. */
  readonly mine: boolean;
}

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

/** Reads a search from an address; what cannot be read counts as not asked. A place goes before a city. */
export function readSearch(query: URLSearchParams, today: string): Search {
  const near = readNear(query.get('near'), query.get('within'));
  return {
    what: query.get('what') ?? '',
    city: near ? '' : (query.get('city') ?? ''),
    near,
    date: readDate(query.get('date')) ?? today,
    from: readClock(query.get('from')),
    to: readClock(query.get('to')),
    minutes: lengths.find((length) => String(length) === query.get('minutes')),
    mine: query.get('mine') === '1',
  };
}

/** The address of a search, without what was not asked. */
export function searchQuery({ what, city, near, date, from, to, minutes, mine }: Search): string {
  const query = new URLSearchParams();
  if (what) query.set('what', what);
  if (near) {
    query.set('near', writePoint(near));
    query.set('within', String(near.within));
  } else if (city) query.set('city', city);
  query.set('date', date);
  if (from) query.set('from', from);
  if (to) query.set('to', to);
  if (minutes) query.set('minutes', String(minutes));
  if (mine) query.set('mine', '1');
  return query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
}
