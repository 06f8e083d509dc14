import { type RawBuilder, sql } from 'kysely';
import { allOf, type SortColumn } from '../../../platform/database/paging/keyset.ts';
import { searchWords } from '../../../platform/search/words.rules.ts';
import { strangeness } from '../../../platform/search/words.sql.ts';
import type { CentreFilter } from './centre-filter.rules.ts';
import { centreSays } from './centre-words.sql.ts';
import { distanceFrom, inCity, inCountry, isNear } from './place.sql.ts';

/** A search with the centres that are open, where it asks for them. */
export interface DecidedFilter extends CentreFilter {
  readonly openIds?: readonly string[];
}

/** What a search asks of the rows of `centre` and `city`; true where it asks for nothing. */
export function isMatch({ text, city, country, near, models, equipmentType, openIds }: DecidedFilter) {
  const conditions: RawBuilder<boolean>[] = [];
  if (near) conditions.push(isNear(near));
  if (city !== undefined) conditions.push(inCity(city));
  if (country !== undefined) conditions.push(inCountry(country));
  if (models) conditions.push(sql`centre.model in (${sql.join(models)})`);
  if (openIds) conditions.push(sql`centre.id = any(${sql.val(openIds)}::uuid[])`);
  if (equipmentType !== undefined) conditions.push(hasEquipment(equipmentType));
  if (text !== undefined) conditions.push(centreSays(searchWords(text)));
  return allOf(conditions);
}

const hasEquipment = (type: string): RawBuilder<boolean> => sql`exists (
  select from equipment where equipment.centre_id = centre.id
    and equipment.type_key = ${type} and equipment.withdrawn_at is null)`;

/** Nearest first; else those whose name is like the text first; else by name. */
export function centreOrder({ near, text }: CentreFilter): readonly SortColumn[] {
  const id: SortColumn = { type: 'id', value: sql`centre.id` };
  const name = sql<string>`talka_fold(centre.name)`;
  const byName: SortColumn = { type: 'string', value: name };
  if (near) return [{ type: 'number', value: distanceFrom(near) }, id];
  if (text === undefined) return [byName, id];
  return [{ type: 'number', value: strangeness(searchWords(text).join(' '), name) }, byName, id];
}
