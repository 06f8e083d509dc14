import { sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import type { CentreModel } from '../centres/centre.enums.ts';
import type { CentreFilter } from './centre-filter.rules.ts';
import { matchingCentres } from './centre-search.reader.ts';

export interface Counted<Key extends string = string> {
  readonly key: Key;
  /** How many centres of the search have it. */
  readonly count: number;
}

const count = sql<number>`count(distinct centre.id)::int`.as('count');

/** How many centres of a search each model has, whatever models the search asks for. */
export function countModels(ctx: Context, { models: _own, ...filter }: CentreFilter): Promise<Counted<CentreModel>[]> {
  return matchingCentres(ctx, filter)
    .select(['centre.model as key', count])
    .groupBy('centre.model')
    .orderBy('count', 'desc')
    .orderBy('key')
    .execute();
}

/** How many centres of a search each city (by id) has, whatever city the search asks for. */
export function countCities(ctx: Context, { city: _own, ...filter }: CentreFilter): Promise<Counted[]> {
  return matchingCentres(ctx, filter)
    .select(['city.id as key', count])
    .groupBy('city.id')
    .orderBy('count', 'desc')
    .orderBy('city.slug')
    .execute();
}

/** How many centres of a search each country has, whatever country the search asks for. */
export function countCountries(ctx: Context, { country: _own, ...filter }: CentreFilter): Promise<Counted[]> {
  return matchingCentres(ctx, filter)
    .select(['city.country_code as key', count])
    .groupBy('city.country_code')
    .orderBy('count', 'desc')
    .orderBy('key')
    .execute();
}

/** How many centres of a search have each type of equipment, whatever type the search asks for. */
export function countTypes(ctx: Context, { equipmentType: _own, ...filter }: CentreFilter): Promise<Counted[]> {
  return matchingCentres(ctx, filter)
    .innerJoin('equipment', 'equipment.centre_id', 'centre.id')
    .where('equipment.withdrawn_at', 'is', null)
    .select(['equipment.type_key as key', count])
    .groupBy('equipment.type_key')
    .orderBy('count', 'desc')
    .orderBy('key')
    .execute();
}
