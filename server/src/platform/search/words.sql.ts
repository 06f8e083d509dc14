import { type RawBuilder, sql } from 'kysely';

/** Shorter beginnings have nothing that an index of three letters each could look up. */
const shortestBeginning = 3;

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

/**
 * A word is another form of some word of a short list's text: Lithuanian inflects (`Vilniaus`, `medis` for
 * `medžio`), and a list of names has few words that are only nearly alike.
 */
export const isFormOf = (word: string, text: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`word_similarity(talka_fold(${word}), talka_fold(${text})) >= 0.5`;

/** How little a text is like what is looked for: -1000 to -600 where it is, 0 where it is not; `text` is folded. */
export const strangeness = (words: string, text: RawBuilder<unknown>): RawBuilder<number> => sql`(case
  when talka_fold(${words}) <% ${text} then -round(1000 * word_similarity(talka_fold(${words}), ${text}))::int
  else 0 end)`;

/** All translations of a JSON column as one text. */
export const translations = (column: RawBuilder<unknown>): RawBuilder<string> =>
  sql`(select string_agg(value, ' ') from jsonb_each_text(${column}))`;

/**
 * A value is among those that a query finds. The query runs once and what it finds is hashed: without `is true` the
 * planner joins it, and where it has no statistics yet (a fresh installation) runs it anew for each row.
 */
export const isAmong = (value: RawBuilder<unknown>, query: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`((${value} in (${query})) is true)`;
