import { type RawBuilder, sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import type { CentreModel } from '../centres/centre.enums.ts';
import { isMatch } from './centre-conditions.sql.ts';
import type { CentreFilter } from './centre-filter.rules.ts';
import { decided } from './centre-search.reader.ts';

export interface Counted<Key extends string = string> {
  readonly key: Key;
  /** How many centres of the search have it. */
  readonly count: number;
}

/** How many centres each further choice of a search would leave, the most frequent first. */
export interface CentreFacets {
  readonly models: readonly Counted<CentreModel>[];
  /** By id. */
  readonly cities: readonly Counted[];
  /** By code. */
  readonly countries: readonly Counted[];
  /** By key. */
  readonly equipmentTypes: readonly Counted[];
}

/** The facets of searches, by the JSON of their filters; each search is one statement, however often it is asked. */
export async function readFacets(ctx: Context, filters: readonly string[]): Promise<ReadonlyMap<string, CentreFacets>> {
  const facets = filters.map(
    async (key): Promise<[string, CentreFacets]> => [key, await countFacets(ctx, JSON.parse(key) as CentreFilter)],
  );
  return new Map(await Promise.all(facets));
}

/** What costs is decided once for all facets: words, place and hours; each leaves its own choice out of the rest. */
async function countFacets(ctx: Context, filter: CentreFilter): Promise<CentreFacets> {
  const { models, city, country, equipmentType, ...shared } = filter;
  const has = {
    model: models ? sql`model in (${sql.join(models)})` : sql`true`,
    city: city === undefined ? sql`true` : sql`slug = ${city}`,
    country: country === undefined ? sql`true` : sql`country = ${country}`,
    type: equipmentType === undefined ? sql`true` : sql`typed`,
  };
  const typed = equipmentType === undefined ? sql`true` : isMatch({ equipmentType });
  const all = (...conditions: RawBuilder<unknown>[]) => sql.join(conditions, sql` and `);
  const { rows } = await sql<Counted & { facet: keyof CentreFacets; name: string }>`
    with found as materialized (
      select centre.id, centre.model, city.id as city, city.slug, city.country_code as country, ${typed} as typed
      from centre join city on city.id = centre.city_id where ${isMatch(await decided(ctx, shared))})
    select 'models' as facet, model::text as key, model::text as name, count(*)::int as count
    from found where ${all(has.city, has.country, has.type)} group by model
    union all
    select 'cities', city::text, slug, count(*)::int
    from found where ${all(has.model, has.country, has.type)} group by city, slug
    union all
    select 'countries', country::text, country::text, count(*)::int
    from found where ${all(has.model, has.city, has.type)} group by country
    union all
    select 'equipmentTypes', equipment.type_key, equipment.type_key, count(distinct found.id)::int
    from found join equipment on equipment.centre_id = found.id and equipment.withdrawn_at is null
    where ${all(has.model, has.city, has.country)} group by equipment.type_key`.execute(db(ctx));
  const byFrequency = rows.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const of = <Key extends string>(facet: keyof CentreFacets) =>
    byFrequency.filter((row) => row.facet === facet).map(({ key, count }) => ({ key: key as Key, count }));
  return {
    models: of('models'),
    cities: of('cities'),
    countries: of('countries'),
    equipmentTypes: of('equipmentTypes'),
  };
}
