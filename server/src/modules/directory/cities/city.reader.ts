import { type Context, db } from '../../../platform/context/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import { cityName } from './city-names.sql.ts';

const cityColumns = [
  'city.id',
  'city.slug',
  'city.country_code as countryCode',
  'city.zone',
  'city.latitude',
  'city.longitude',
  'city.partner',
] as const;

const selectCities = (database: Database, locale: Locale) =>
  database.selectFrom('city').select(cityColumns).select(cityName(locale).as('name'));

export type CityRow = Awaited<ReturnType<ReturnType<typeof selectCities>['execute']>>[number];

/** Cities by id, named in the reader's language. */
export async function readCities(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, CityRow>> {
  const rows = await selectCities(db(ctx), ctx.locale)
    .where('city.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** All cities, or those of a country (ISO 3166-1 alpha-2), by their name in the reader's language. */
export async function listCities(ctx: Context, country: string | undefined): Promise<CityRow[]> {
  let query = selectCities(db(ctx), ctx.locale);
  if (country !== undefined) query = query.where('city.country_code', '=', country);
  return query
    .orderBy((eb) => eb.fn('talka_fold', [cityName(ctx.locale)]))
    .orderBy('city.id')
    .execute();
}

export interface CountryRow {
  readonly code: string;
  readonly digitalConsentAge: number;
  readonly currency: string;
}

/** Countries by code. */
export async function readCountries(ctx: Context, codes: readonly string[]): Promise<ReadonlyMap<string, CountryRow>> {
  const rows = await db(ctx)
    .selectFrom('country')
    .select(['code', 'digital_consent_age as digitalConsentAge', 'currency'])
    .where('code', 'in', [...codes])
    .execute();
  return new Map(rows.map((row) => [row.code, row]));
}

/** How many centres each city has; cities without any are left out. */
export async function countCentresOf(ctx: Context, cityIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db(ctx)
    .selectFrom('centre')
    .select((eb) => ['city_id as id', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('city_id', 'in', [...cityIds])
    .groupBy('city_id')
    .execute();
  return new Map(rows.map(({ id, count }) => [id, count]));
}
