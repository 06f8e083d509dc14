import { type RawBuilder, sql } from 'kysely';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import { isFormOf, translations } from '../../../platform/search/words.sql.ts';

/** The name of the row of `equipment_type` in the reader's language. */
export const typeName = (locale: Locale): RawBuilder<string> =>
  sql`coalesce(equipment_type.names ->> ${locale}, equipment_type.names ->> 'en', equipment_type.key)`;

/** A word has one of the beginnings by which people call the row of `named`; short ones must be most of it. */
const isSaid = (word: string): RawBuilder<boolean> => sql`exists (
  select from jsonb_each(named.words) spoken, jsonb_array_elements_text(spoken.value) said
  where starts_with(talka_fold(${word}), said.value) and (length(said.value) > 3 or length(${word}) - length(said.value) <= 4))`;

/** Keys of equipment types that a word names or that do what it says, in any language. */
export const typesNamed = (word: string): RawBuilder<unknown> => sql`
  select named.key from equipment_type named
  where ${isFormOf(word, translations(sql`named.names`))} or ${isSaid(word)}`;
