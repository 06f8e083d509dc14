import type { RequestEvent } from '@sveltejs/kit';
import { type CityChoice, chooseCity, type NetworkCity, ownCity } from './reader-city.rules.ts';

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
  if (choice.city?.slug === asked) remember({ url, cookies }, asked);
  return choice;
}

/** The city that is searched unless somebody says where: none where nothing tells it; what they choose is remembered. */
export function usualCity<City extends NetworkCity>(
  { url, cookies, locals }: Pick<RequestEvent, 'url' | 'cookies' | 'locals'>,
  cities: readonly City[],
  memberOf: readonly string[],
): City | undefined {
  const asked = cities.find(({ slug, centreCount }) => centreCount > 0 && slug === url.searchParams.get('city'));
  if (asked) remember({ url, cookies }, asked.slug);
  return asked ?? ownCity(cities, { remembered: cookies.get('city'), memberOf, zone: locals.zone });
}

function remember({ url, cookies }: Pick<RequestEvent, 'url' | 'cookies'>, city: string): void {
  if (cookies.get('city') === city) return;
  cookies.set('city', city, { path: '/', maxAge: year, sameSite: 'lax', secure: url.protocol === 'https:' });
}
