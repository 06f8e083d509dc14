import { type RawBuilder, sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { allOf, behind, keysetOf, type SortColumn } from '../../../platform/database/keyset.ts';
import { type Keyset, type PageOf, pageOf } from '../../../platform/database/pagination.rules.ts';
import { searchWords } from '../../../shared/text/search-words.rules.ts';
import { isOpenAt } from '../../opening-hours/hours/opening-condition.reader.ts';
import { type CentreRow, centreColumns } from '../centres/centre.reader.ts';
import type { CentreFilter } from './centre-filter.rules.ts';
import { distanceFrom, inCity, inCountry, isNear } from './place-condition.reader.ts';
import { centreConcerns } from './word-condition.reader.ts';

/** The conditions of a search over the tables `centre` and `city`, one for each part of the filter. */
function conditionsOf(ctx: Context, filter: CentreFilter): RawBuilder<boolean>[] {
  const { text, city, country, near, models, equipmentType, openNow } = filter;
  const conditions: RawBuilder<boolean>[] = [];
  if (near) conditions.push(isNear(near));
  if (city !== undefined) conditions.push(inCity(city));
  if (country !== undefined) conditions.push(inCountry(country));
  if (models) conditions.push(sql`centre.model in (${sql.join(models)})`);
  if (equipmentType !== undefined) conditions.push(hasEquipment(equipmentType));
  if (text !== undefined) conditions.push(concerns(searchWords(text)));
  if (openNow) conditions.push(isOpenAt(ctx.now));
  return conditions;
}

const hasEquipment = (type: string): RawBuilder<boolean> => sql`exists (
  select from equipment where equipment.centre_id = centre.id
    and equipment.type_key = ${type} and equipment.withdrawn_at is null)`;

/** A text without a single letter or digit names nothing. */
const concerns = (words: readonly string[]): RawBuilder<boolean> =>
  words.length === 0 ? sql`false` : allOf(words.map(centreConcerns));

/** The centres of a search, for lists, counts and facets alike. */
export const matchingCentres = (ctx: Context, filter: CentreFilter) =>
  db(ctx)
    .selectFrom('centre')
    .innerJoin('city', 'city.id', 'centre.city_id')
    .where(allOf(conditionsOf(ctx, filter)));

/** Nearest first; else those whose name is like the text first; else by name. */
export function centreOrder({ near, text }: CentreFilter): readonly SortColumn[] {
  const id: SortColumn = { type: 'id', value: sql`centre.id` };
  const name: SortColumn = { type: 'string', value: sql`talka_fold(centre.name)` };
  if (near) return [{ type: 'number', value: distanceFrom(near) }, id];
  return text === undefined ? [name, id] : [{ type: 'number', value: strangeness(text) }, name, id];
}

/** How little a centre's name is like a text: -1000 to -600 where it is, 0 where it is not. */
const strangeness = (text: string): RawBuilder<number> => sql`(case
  when talka_fold(${text}) <% talka_fold(centre.name)
  then -round(1000 * word_similarity(talka_fold(${text}), talka_fold(centre.name)))::int else 0 end)`;

export interface FoundCentre extends CentreRow {
  /** Kilometres from the point of the search; null where none was given. */
  readonly distance: number | null;
  readonly keyset: Keyset;
}

/** Written once: the list is long and asked for often. */
const centreFields = sql.raw(centreColumns.map((column) => column.replace(/ as (\w+)$/, ' as "$1"')).join(', '));

/** One page of a search, in its order. */
export async function searchCentres(
  ctx: Context,
  filter: CentreFilter,
  page: { first: number; after: Keyset | undefined },
): Promise<PageOf<FoundCentre>> {
  const order = centreOrder(filter);
  const { rows } = await sql<FoundCentre>`
    select ${centreFields}, ${filter.near ? distanceFrom(filter.near) : sql`null`} as distance,
      ${keysetOf(order)} as keyset
    from centre join city on city.id = centre.city_id
    where ${allOf(conditionsOf(ctx, filter))} and ${behind(order, page.after)}
    order by ${sql.join(order.map(({ value }) => value))} limit ${page.first + 1}`.execute(db(ctx));
  return pageOf(rows, page.first);
}

/** How many centres a search finds. */
export async function countCentres(ctx: Context, filter: CentreFilter): Promise<number> {
  const { count } = await matchingCentres(ctx, filter)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
