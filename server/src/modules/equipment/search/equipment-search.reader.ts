import { type RawBuilder, sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { allOf, behind, keysetOf, type SortColumn } from '../../../platform/database/keyset.ts';
import { type Keyset, type PageOf, pageOf } from '../../../platform/database/pagination.rules.ts';
import { searchWords } from '../../../shared/text/search-words.rules.ts';
import { distanceFrom, inCity, inCountry, isNear } from '../../directory/search/place-condition.reader.ts';
import { equipmentConcerns, equipmentWords, isLike } from '../../directory/search/word-condition.reader.ts';
import type { EquipmentFilter, SoughtTime } from './equipment-filter.rules.ts';
import { freeEquipment } from './free-condition.reader.ts';

/** The equipment that is there to be seen and booked, over the table `equipment`. */
export const isOffered: RawBuilder<boolean> = sql`equipment.withdrawn_at is null`;

/** The tables that conditions and order of a search speak of; types are few, so their names are folded once. */
const tables = ({ locale }: Context) => sql`equipment
  join (select *, talka_fold(coalesce(names ->> ${locale}, names ->> 'en', key)) as folded
    from equipment_type offset 0) equipment_type on equipment_type.key = equipment.type_key
  join centre on centre.id = equipment.centre_id
  join city on city.id = centre.city_id`;

function conditionsOf(filter: EquipmentFilter): RawBuilder<boolean>[] {
  const { text, city, country, near, type, group } = filter;
  const conditions = [isOffered];
  if (near) conditions.push(isNear(near));
  if (city !== undefined) conditions.push(inCity(city));
  if (country !== undefined) conditions.push(inCountry(country));
  if (type !== undefined) conditions.push(sql`equipment.type_key = ${type}`);
  if (group !== undefined) conditions.push(sql`equipment_type."group" = ${group}`);
  if (text !== undefined) conditions.push(concerns(searchWords(text)));
  return conditions;
}

/** A text without a single letter or digit names nothing. */
const concerns = (words: readonly string[]): RawBuilder<boolean> =>
  words.length === 0 ? sql`false` : allOf(words.map(equipmentConcerns));

/** The condition of a search, for its count. */
function matches(ctx: Context, filter: EquipmentFilter): RawBuilder<boolean> {
  const condition = allOf(conditionsOf(filter));
  if (!filter.free) return condition;
  const candidates = sql`select equipment.id from ${tables(ctx)} where ${condition}`;
  // An array is made once; of a subquery the planner expects one row and would go through it for each row.
  return sql`equipment.id = any(array(${freeEquipment(candidates, filter.free, ctx.now)}))`;
}

/** Nearest first; else those whose name or type is like the text first; else by name. */
export function equipmentOrder({ near, text }: EquipmentFilter): readonly SortColumn[] {
  const id: SortColumn = { type: 'id', value: sql`equipment.id` };
  const name: SortColumn = { type: 'string', value: sql`coalesce(talka_fold(equipment.name), equipment_type.folded)` };
  if (near) return [{ type: 'number', value: distanceFrom(near) }, name, id];
  return text === undefined ? [name, id] : [{ type: 'number', value: strangeness(text) }, name, id];
}

/** How little the words of an equipment are like a text: -1000 to -600 where they are, 0 where they are not. */
const strangeness = (text: string): RawBuilder<number> => sql`(case when ${isLike(text, equipmentWords)}
  then -round(1000 * word_similarity(talka_fold(${text}), talka_fold(${equipmentWords})))::int else 0 end)`;

export interface FoundEquipment {
  readonly id: string;
  /** Kilometres from the point of the search; null where none was given. */
  readonly distance: number | null;
  readonly keyset: Keyset;
}

/** One page of a search, in its order. */
export async function searchEquipment(
  ctx: Context,
  filter: EquipmentFilter,
  page: { first: number; after: Keyset | undefined },
): Promise<PageOf<FoundEquipment>> {
  if (filter.free) return pageOf(await firstFree(ctx, filter, filter.free, page), page.first);
  const order = equipmentOrder(filter);
  const { rows } = await sql<FoundEquipment>`
    select equipment.id, ${keysetOf(order)} as keyset, ${distanceOf(filter)} as distance
    from ${tables(ctx)}
    where ${allOf(conditionsOf(filter))} and ${behind(order, page.after)}
    order by ${sql.join(order.map(({ value }) => value))} limit ${page.first + 1}`.execute(db(ctx));
  return pageOf(rows, page.first);
}

const distanceOf = ({ near }: EquipmentFilter) => (near ? distanceFrom(near) : sql`null::float8`);

/** What a search finds, whether or not it is free, behind a place in its order. */
const inOrder = (ctx: Context, filter: EquipmentFilter, after: Keyset | undefined) => {
  const order = equipmentOrder(filter);
  return sql`
    select equipment.id, ${keysetOf(order)} as keyset, ${distanceOf(filter)} as distance,
      row_number() over (order by ${sql.join(order.map(({ value }) => value))})::int as place
    from ${tables(ctx)}
    where ${allOf(conditionsOf(filter))} and ${behind(order, after)}
    order by place`;
};

/** How many are looked at first, and how many times as many each time after that. */
const firstLook = 200;
const growth = 6;

/**
 * The first that are free, one more than the page has. Whether one is free costs far more than finding it, and mostly
 * many are: so the first in order are looked at, and more of them only where too few were free.
 */
async function firstFree(
  ctx: Context,
  filter: EquipmentFilter,
  free: SoughtTime,
  { first, after }: { first: number; after: Keyset | undefined },
): Promise<FoundEquipment[]> {
  const found: FoundEquipment[] = [];
  let behindLast = after;
  for (let look = firstLook; ; look *= growth) {
    const { rows } = await sql<{ found: FoundEquipment[]; seen: number; last: Keyset | null }>`
      with seen as materialized (${inOrder(ctx, filter, behindLast)} limit ${look})
      select coalesce((select jsonb_agg(jsonb_build_object('id', id, 'keyset', keyset, 'distance', distance) order by place)
          from (select * from seen where id = any(array(${freeEquipment(sql`select id from seen`, free, ctx.now)}))
            order by place limit ${first + 1 - found.length}) free), '[]') as found,
        (select count(*)::int from seen) as seen, (select keyset from seen order by place desc limit 1) as last
      `.execute(db(ctx));
    const [row] = rows;
    found.push(...(row?.found ?? []));
    if (!row?.last || row.seen < look || found.length > first) return found;
    behindLast = row.last;
  }
}

/** How much equipment a search finds. */
export async function countEquipment(ctx: Context, filter: EquipmentFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${tables(ctx)} where ${matches(ctx, filter)}`.execute(db(ctx));
  return rows[0]?.count ?? 0;
}
