import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { readEquipmentTypes } from '../../vocabulary/equipment-types/equipment-type.reader.ts';
import { readCities, readCountries } from '../cities/city.reader.ts';
import type { CentreFacetsObject } from './centre-connection.type.ts';
import { type CentreFacets, type Counted, readFacets } from './centre-facets.reader.ts';
import type { CentreFilter } from './centre-filter.rules.ts';

/** The facets of a search, counted together and only where a client asks for one. */
export function facetsOf(ctx: Context, filter: CentreFilter): CentreFacetsObject {
  const counted = async <Facet extends keyof CentreFacets>(facet: Facet): Promise<CentreFacets[Facet] | []> =>
    (await load(ctx, readFacets, JSON.stringify(filter)))?.[facet] ?? [];
  return {
    models: async () => (await counted('models')).map(({ key, count }) => ({ model: key, count })),
    cities: async () => named(await counted('cities'), 'city', (id) => load(ctx, readCities, id)),
    countries: async () => named(await counted('countries'), 'country', (code) => load(ctx, readCountries, code)),
    equipmentTypes: async () =>
      named(await counted('equipmentTypes'), 'equipmentType', (key) => load(ctx, readEquipmentTypes, key)),
  };
}

async function named<Name extends string, Row>(
  counted: readonly Counted[],
  name: Name,
  read: (key: string) => Promise<Row | undefined>,
) {
  const rows = await Promise.all(counted.map(async ({ key, count }) => ({ row: await read(key), count })));
  return rows.flatMap(({ row, count }) =>
    row === undefined ? [] : [{ [name]: row, count } as Record<Name, Row> & { count: number }],
  );
}
