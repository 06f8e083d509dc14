import { type RawBuilder, sql } from 'kysely';
import { allOf } from '../../../platform/database/paging/keyset.ts';
import { isAmong, isLike } from '../../../platform/search/words.sql.ts';
import { citiesNamed } from '../../directory/cities/city-names.sql.ts';
import { equipmentWorded } from '../../directory/search/centre-words.sql.ts';
import { typesNamed } from '../../vocabulary/equipment-types/type-names.sql.ts';

const centresNamed = (word: string) => sql`
  select worded.id from centre worded
  where ${isLike(word, sql`worded.name`)} or ${isAmong(sql`worded.city_id`, citiesNamed(word))}`;

/** The row of `equipment` has to do with a word: by its own words, its type, its centre's name or its city. */
const equipmentConcerns = (word: string): RawBuilder<boolean> => sql`(
  ${isAmong(sql`equipment.type_key`, typesNamed(word))}
  or ${isAmong(sql`equipment.centre_id`, centresNamed(word))}
  or ${isAmong(sql`equipment.id`, sql`select found.id from (${equipmentWorded(word)}) found`)})`;

/** The row of `equipment` has to do with every word; a text without a single letter or digit names nothing. */
export const equipmentSays = (words: readonly string[]): RawBuilder<boolean> =>
  words.length === 0 ? sql`false` : allOf(words.map(equipmentConcerns));
