import { fold, slugOf } from '../../../../shared/text/slug.rules.ts';
import type { Cell, RowCells } from '../cells/cells.rules.ts';
import type { Gazetteer, KnownCity } from './gazetteer.rules.ts';

/** The cities of one file: the known ones and those that its rows bring. */
export interface CitiesOfFile {
  readonly gazetteer: Gazetteer;
  readonly brought: Map<string, KnownCity>;
}

export function newCities(gazetteer: Gazetteer): CitiesOfFile {
  return { gazetteer, brought: new Map() };
}

/** What a row says of its place. */
export interface RowPlace {
  readonly zone: Cell<string>;
  readonly latitude: Cell<number>;
  readonly longitude: Cell<number>;
}

/**
 * The city of a row. One that nobody knows yet is made from its first row, which must then tell its time
 * zone and a point. Null after a problem.
 */
export function cityOfRow(cells: RowCells, cities: CitiesOfFile, place: RowPlace): KnownCity | null {
  const country = cells.raw('country').toUpperCase();
  const name = cells.text('city', 120);
  if (cells.raw('city') === '') cells.refuse('city', 'This cell is empty, but every centre needs it.');
  if (country === '') cells.refuse('country', 'This cell is empty, but every centre needs it.');
  else if (!/^[A-Z]{2}$/.test(country))
    cells.refuse('country', 'This must be a country code of two letters, such as LT.');
  else if (!cities.gazetteer.country(country)) {
    cells.refuse(
      'country',
      'This country is not set up: its age of digital consent, currency and language must be entered in server/data/countries.csv first.',
    );
  } else if (name) {
    return cities.gazetteer.city(name, country) ?? broughtCity(cells, cities, { name, country, ...place });
  }
  return null;
}

function broughtCity(
  cells: RowCells,
  { brought }: CitiesOfFile,
  { name, country, zone, latitude, longitude }: RowPlace & { name: string; country: string },
): KnownCity | null {
  const key = `${country} ${fold(name)}`;
  const before = brought.get(key);
  if (before) return before;
  if (typeof zone !== 'string' || typeof latitude !== 'number' || typeof longitude !== 'number') {
    cells.refuse('city', 'This city is new. Its first row must give its zone, latitude and longitude.');
    return null;
  }
  const city = { slug: slugOf(name), name, names: {}, country, zone, latitude, longitude, partner: false };
  brought.set(key, city);
  return city;
}
