import { type Context, load } from '../../../platform/context/context.ts';
import { readEquipmentTypes } from '../../vocabulary/equipment-types/equipment-type.reader.ts';
import { readCities, readCountries } from '../cities/city.reader.ts';
import type { CentreFacetsObject } from './centre-connection.type.ts';
import { type Counted, countCities, countCountries, countModels, countTypes } from './centre-facets.reader.ts';
import type { CentreFilter } from './centre-filter.rules.ts';

/** The facets of a search; each is counted only where a client asks for it. */
export const facetsOf = (ctx: Context, filter: CentreFilter): CentreFacetsObject => ({
  models: async () => (await countModels(ctx, filter)).map(({ key, count }) => ({ model: key, count })),
  cities: async () => named(await countCities(ctx, filter), 'city', (id) => load(ctx, readCities, id)),
  countries: async () => named(await countCountries(ctx, filter), 'country', (code) => load(ctx, readCountries, code)),
  equipmentTypes: async () =>
    named(await countTypes(ctx, filter), 'equipmentType', (key) => load(ctx, readEquipmentTypes, key)),
});

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
