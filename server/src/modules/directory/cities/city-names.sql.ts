import { type RawBuilder, sql } from 'kysely';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import { isFormOf, translations } from '../../../platform/search/words.sql.ts';

/** The name of the row of `city` in the reader's language where it has one. */
export const cityName = (locale: Locale): RawBuilder<string> => sql`coalesce(city.names ->> ${locale}, city.name)`;

/** Ids of cities that a word names, in any language. */
export const citiesNamed = (word: string): RawBuilder<unknown> => sql`
  select named.id from city named
  where ${isFormOf(word, sql`concat_ws(' ', named.name, ${translations(sql`named.names`)})`)}`;
