import { type RawBuilder, sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { behind, keysetOf } from '../../../platform/database/paging/keyset.ts';
import { type Keyset, type PageOf, pageOf } from '../../../platform/database/paging/pagination.rules.ts';
import { loadOpenCentres } from '../../opening-hours/hours/open-now.reader.ts';
import { type CentreRow, centreColumns } from '../centres/centre.reader.ts';
import { centreOrder, type DecidedFilter, isMatch } from './centre-conditions.sql.ts';
import type { CentreFilter } from './centre-filter.rules.ts';
import { distanceFrom } from './place.sql.ts';

/** A search with the centres that are open now, where it asks for them. */
export const decided = async (ctx: Context, filter: CentreFilter): Promise<DecidedFilter> =>
  filter.openNow ? { ...filter, openIds: await loadOpenCentres(ctx) } : filter;

/** The centres of a search with their cities, for lists, counts and points alike. */
export const matchingCentres = async (ctx: Context, filter: CentreFilter) =>
  db(ctx)
    .selectFrom('centre')
    .innerJoin('city', 'city.id', 'centre.city_id')
    .where(isMatch(await decided(ctx, filter)));

export interface FoundCentre extends CentreRow {
  /** Kilometres from the point of the search; null where none was given. */
  readonly distance: number | null;
  readonly keyset: Keyset;
}

/** One page of a search, in its order. */
export async function searchCentres(
  ctx: Context,
  filter: CentreFilter,
  page: { first: number; after: Keyset | undefined },
): Promise<PageOf<FoundCentre>> {
  const order = centreOrder(filter);
  const distance: RawBuilder<number | null> = filter.near ? distanceFrom(filter.near) : sql`null::float8`;
  const rows = await (await matchingCentres(ctx, filter))
    .select(centreColumns)
    .select([distance.as('distance'), keysetOf(order).as('keyset')])
    .where(behind(order, page.after))
    .orderBy(sql.join(order.map(({ value }) => value)))
    .limit(page.first + 1)
    .execute();
  return pageOf(rows, page.first);
}

/** How many centres a search finds, by the JSON of its filter. */
export async function countCentres(ctx: Context, filters: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counts = filters.map(async (key): Promise<[string, number]> => {
    const centres = await matchingCentres(ctx, JSON.parse(key));
    const { count } = await centres
      .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
      .executeTakeFirstOrThrow();
    return [key, count];
  });
  return new Map(await Promise.all(counts));
}
