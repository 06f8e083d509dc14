import { type RawBuilder, sql } from 'kysely';
import { allOf } from '../../../platform/database/paging/keyset.ts';
import { isAmong, isLike } from '../../../platform/search/words.sql.ts';
import { typesNamed } from '../../vocabulary/equipment-types/type-names.sql.ts';
import { citiesNamed } from '../cities/city-names.sql.ts';

/** The words of a centre itself, as one text; an index holds this very expression. */
const centreWords = sql`(worded.name || ' ' || worded.summary || ' ' || coalesce(worded.address, ''))`;

/** The words of an equipment itself, as one text; an index holds this very expression. */
const equipmentWords = sql`(coalesce(worded.name, '') || ' ' || worded.description || ' ' || worded.room
  || ' ' || talka_texts(worded.translations) || ' ' || talka_texts(worded.attributes))`;

/** Ids of equipment whose own words are like a word, whether or not it was withdrawn. */
export const equipmentWorded = (word: string): RawBuilder<unknown> => sql`
  select worded.id, worded.centre_id, worded.withdrawn_at from equipment worded where ${isLike(word, equipmentWords)}`;

/** The row of `centre` has to do with a word: by its own words, its city or its equipment. */
const centreConcerns = (word: string): RawBuilder<boolean> =>
  isAmong(
    sql`centre.id`,
    sql`select worded.id from centre worded where ${isLike(word, centreWords)}
      union all
      select placed.id from centre placed where ${isAmong(sql`placed.city_id`, citiesNamed(word))}
      union all
      select worded.centre_id from (${equipmentWorded(word)}) worded where worded.withdrawn_at is null
      union all
      select typed.centre_id from equipment typed
      where typed.withdrawn_at is null and ${isAmong(sql`typed.type_key`, typesNamed(word))}`,
  );

/** The row of `centre` has to do with every word; a text without a single letter or digit names nothing. */
export const centreSays = (words: readonly string[]): RawBuilder<boolean> =>
  words.length === 0 ? sql`false` : allOf(words.map(centreConcerns));
