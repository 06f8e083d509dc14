import { type RawBuilder, sql } from 'kysely';
import { allOf, type SortColumn } from '../../../platform/database/paging/keyset.ts';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import { searchWords } from '../../../platform/search/words.rules.ts';
import { strangeness, translations } from '../../../platform/search/words.sql.ts';
import { distanceFrom, inCity, inCountry, isNear } from '../../directory/search/place.sql.ts';
import { typeName } from '../../vocabulary/equipment-types/type-names.sql.ts';
import { isFor } from '../items/audience.sql.ts';
import type { AttributeWish, EquipmentFilter } from './equipment-filter.rules.ts';
import { equipmentSays } from './equipment-words.sql.ts';

/** The tables that conditions and order of a search speak of; types are few, so their names are folded once. */
export const searchedTables = (locale: Locale): RawBuilder<unknown> => sql`equipment
  join (select key, "group", talka_fold(${typeName(locale)}) as folded,
      talka_fold(${translations(sql`names`)}) as words
    from equipment_type offset 0) equipment_type on equipment_type.key = equipment.type_key
  join centre on centre.id = equipment.centre_id
  join city on city.id = centre.city_id`;

/** What a search asks of a row of {@link searchedTables} that is there to be seen and booked, its time left out. */
export function isMatch(filter: EquipmentFilter): RawBuilder<boolean> {
  const { text, city, country, near, type, group, usableBy, attributes } = filter;
  const conditions: RawBuilder<boolean>[] = [sql`equipment.withdrawn_at is null`];
  if (near) conditions.push(isNear(near));
  if (city !== undefined) conditions.push(inCity(city));
  if (country !== undefined) conditions.push(inCountry(country));
  if (type !== undefined) conditions.push(sql`equipment.type_key = ${type}`);
  if (group !== undefined) conditions.push(sql`equipment_type."group" = ${group}`);
  if (usableBy) conditions.push(isFor(usableBy));
  for (const wish of attributes ?? []) conditions.push(hasAttribute(wish));
  if (text !== undefined) conditions.push(equipmentSays(searchWords(text)));
  return allOf(conditions);
}

/** What the centre told of the row of `equipment` meets a wish; what was not told meets none. */
function hasAttribute({ key, atLeast, atMost, oneOf }: AttributeWish): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [sql`jsonb_exists(equipment.attributes, ${key}::text)`];
  const number = sql`(case when jsonb_typeof(equipment.attributes->${sql.val(key)}::text) = 'number'
    then (equipment.attributes->>${sql.val(key)}::text)::numeric end)`;
  if (typeof atLeast === 'number') conditions.push(sql`${number} >= ${atLeast}::numeric`);
  if (typeof atMost === 'number') conditions.push(sql`${number} <= ${atMost}::numeric`);
  if (oneOf && oneOf.length > 0) {
    conditions.push(sql`jsonb_exists_any(equipment.attributes->${sql.val(key)}::text, ${sql.val([...oneOf])}::text[])`);
  }
  return allOf(conditions);
}

/** Name and type of a row, in all languages. */
const words = sql`concat_ws(' ', talka_fold(equipment.name), equipment_type.words)`;

/**
 * Nearest first; else those whose name or type is like the text first; else by name. What is soonest no column knows:
 * of what begins at the same time the order is the usual.
 */
export function equipmentOrder({ near, text, order }: EquipmentFilter): readonly SortColumn[] {
  const id: SortColumn = { type: 'id', value: sql`equipment.id` };
  const name: SortColumn = { type: 'string', value: sql`coalesce(talka_fold(equipment.name), equipment_type.folded)` };
  if (order === 'name') return [name, id];
  if (near) return [{ type: 'number', value: distanceFrom(near) }, name, id];
  if (text === undefined) return [name, id];
  return [{ type: 'number', value: strangeness(searchWords(text).join(' '), words) }, name, id];
}
