import type { RequestEvent } from '@sveltejs/kit';
import { type CityChoice, chooseCity, type NetworkCity } from './reader-city.rules.ts';

const year = 60 * 60 * 24 * 365;
const longestSlug = 80;

/** The city of who asks for a page; what they choose by `?city=` is remembered. */
export function readerCity<City extends NetworkCity>(
  { url, cookies, locals }: Pick<RequestEvent, 'url' | 'cookies' | 'locals'>,
  cities: readonly City[],
  memberOf: readonly string[],
): CityChoice<City> {
  const asked = url.searchParams.get('city')?.slice(0, longestSlug) ?? null;
  const choice = chooseCity(cities, { asked, remembered: cookies.get('city'), memberOf, zone: locals.zone });
  if (asked && choice.city?.slug === asked && cookies.get('city') !== asked) {
    cookies.set('city', asked, { path: '/', maxAge: year, sameSite: 'lax', secure: url.protocol === 'https:' });
  }
  return choice;
}
