import { type RawBuilder, sql } from 'kysely';

/**
 * A word is like some words of a text: accents and case do not count, and small slips are forgiven
 * (`pg_trgm.word_similarity_threshold`, 0.6 by default).
 */
export function isLike(word: string, text: RawBuilder<unknown>): RawBuilder<boolean> {
  const similar = sql<boolean>`talka_fold(${word}) <% talka_fold(${text})`;
  if (word.length < shortestBeginning || !/^[\p{L}\p{N}\p{M}]+$/u.test(word)) return similar;
  // The beginning of a word is always similar to it, and found far sooner than likeness is reckoned.
  return sql<boolean>`(talka_fold(${text}) like '% ' || talka_fold(${word}) || '%' or ${similar})`;
}

/** Shorter beginnings have nothing that an index of three letters each could look up. */
const shortestBeginning = 3;

/**
 * A word is another form of some word of a short list's text: Lithuanian inflects (`Vilniaus`, `medis` for
 * `medžio`), and a list of names has few words that are only nearly alike.
 */
const isFormOf = (word: string, text: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`word_similarity(talka_fold(${word}), talka_fold(${text})) >= 0.5`;

/** All translations of a JSON column as one text. */
const translations = (column: RawBuilder<unknown>) =>
  sql`(select string_agg(value, ' ') from jsonb_each_text(${column}))`;

/** Ids of cities that a word names, in any language. */
export const citiesNamed = (word: string): RawBuilder<unknown> => sql`
  select named.id from city named
  where ${isFormOf(word, sql`concat_ws(' ', named.name, ${translations(sql`named.names`)})`)}`;

/** Keys of equipment types that a word names, in any language. */
export const typesNamed = (word: string): RawBuilder<unknown> => sql`
  select named.key from equipment_type named where ${isFormOf(word, translations(sql`named.names`))}`;

/** The words of a centre itself, as one text; an index holds this very expression. */
const centreWords = sql`(worded.name || ' ' || worded.summary || ' ' || coalesce(worded.address, ''))`;

/** The words of an equipment itself, as one text; an index holds this very expression. */
const ownWords = sql`(coalesce(worded.name, '') || ' ' || worded.description)`;

/** The row of `centre` has to do with a word: by its own words, its city or its equipment. */
export const centreConcerns = (word: string): RawBuilder<boolean> => sql`centre.id in (
  select worded.id from centre worded where ${isLike(word, centreWords)}
  union all
  select placed.id from centre placed where placed.city_id in (${citiesNamed(word)})
  union all
  select worded.centre_id from equipment worded where worded.withdrawn_at is null and ${isLike(word, ownWords)}
  union all
  select typed.centre_id from equipment typed
  where typed.withdrawn_at is null and typed.type_key in (${typesNamed(word)}))`;

/** The row of `equipment` has to do with a word: by its own words, its type, its centre's name or its city. */
export const equipmentConcerns = (word: string): RawBuilder<boolean> => sql`equipment.id in (
  select worded.id from equipment worded where ${isLike(word, ownWords)}
  union all
  select typed.id from equipment typed where typed.type_key in (${typesNamed(word)})
  union all
  select placed.id from equipment placed join centre worded on worded.id = placed.centre_id
  where ${isLike(word, sql`worded.name`)}
  union all
  select placed.id from equipment placed join centre at on at.id = placed.centre_id
  where at.city_id in (${citiesNamed(word)}))`;

/** The words of the row of `equipment` and of its row of `equipment_type`, in all languages. */
export const equipmentWords: RawBuilder<unknown> = sql`
  concat_ws(' ', equipment.name, ${translations(sql`equipment_type.names`)})`;
