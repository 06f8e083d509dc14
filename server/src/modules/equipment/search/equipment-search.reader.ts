import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { behind, keysetOf } from '../../../platform/database/paging/keyset.ts';
import { type Keyset, type PageOf, pageOf } from '../../../platform/database/paging/pagination.rules.ts';
import { distanceFrom } from '../../directory/search/place.sql.ts';
import { equipmentOrder, isMatch, searchedTables } from './equipment-conditions.sql.ts';
import type { EquipmentFilter } from './equipment-filter.rules.ts';
import { countFree, firstFree, soonestFree } from './free-equipment.reader.ts';

export interface FoundEquipment {
  readonly id: string;
  /** Kilometres from the point of the search; null where none was given. */
  readonly distance: number | null;
  readonly keyset: Keyset;
}

/** Where a page begins and how long it is. */
export interface Page {
  readonly first: number;
  readonly after: Keyset | undefined;
}

/** One page of a search, in its order. */
export async function searchEquipment(
  ctx: Context,
  filter: EquipmentFilter,
  page: Page,
): Promise<PageOf<FoundEquipment>> {
  const { free } = filter;
  if (free) {
    const read = filter.order === 'soonest' ? soonestFree : firstFree;
    return pageOf(await read(ctx, { ...filter, free }, page), page.first);
  }
  const order = equipmentOrder(filter);
  const { rows } = await sql<FoundEquipment>`
    select equipment.id, ${keysetOf(order)} as keyset,
      ${filter.near ? distanceFrom(filter.near) : sql`null::float8`} as distance
    from ${searchedTables(ctx.locale)}
    where ${isMatch(filter)} and ${behind(order, page.after)}
    order by ${sql.join(order.map(({ value }) => value))} limit ${page.first + 1}`.execute(db(ctx));
  return pageOf(rows, page.first);
}

/** How much equipment a search finds. */
export async function countEquipment(ctx: Context, filter: EquipmentFilter): Promise<number> {
  const { free } = filter;
  if (free) return countFree(ctx, { ...filter, free });
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${searchedTables(ctx.locale)} where ${isMatch(filter)}`.execute(db(ctx));
  return rows[0]?.count ?? 0;
}
