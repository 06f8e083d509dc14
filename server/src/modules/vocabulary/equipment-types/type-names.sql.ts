import { type RawBuilder, sql } from 'kysely';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import { isFormOf, translations } from '../../../platform/search/words.sql.ts';

/** The name of the row of `equipment_type` in the reader's language. */
export const typeName = (locale: Locale): RawBuilder<string> =>
  sql`coalesce(equipment_type.names ->> ${locale}, equipment_type.names ->> 'en', equipment_type.key)`;

/** Keys of equipment types that a word names, in any language. */
export const typesNamed = (word: string): RawBuilder<unknown> => sql`
  select named.key from equipment_type named where ${isFormOf(word, translations(sql`named.names`))}`;
