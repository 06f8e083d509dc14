import { type RawBuilder, sql } from 'kysely';
import { type Context, signedIn } from '../../../platform/context/context.ts';
import { allOf } from '../../../platform/database/paging/keyset.ts';
import { searchWords } from '../../../platform/search/words.rules.ts';
import { isLike } from '../../../platform/search/words.sql.ts';
import { badInput } from '../../../shared/errors.ts';
import { filterProblems, mostLanguages, type PostFilter } from './post-filter.rules.ts';

/**
 * The rows of `post` that meet a filter, whoever may read them. Throws BAD_INPUT for texts that cannot be
 * looked for, SIGN_IN_REQUIRED where a visitor asks for their own.
 */
export function postsLike(ctx: Context, filter: PostFilter): RawBuilder<boolean> {
  const problems = filterProblems(filter);
  if (problems.length > 0) throw badInput(problems);
  const { city, centre, equipmentType, current, mine } = filter;
  // However often each is named.
  const [kinds, subjects] = [[...new Set(filter.kinds)], [...new Set(filter.subjects)]];
  const languages = filter.languages?.slice(0, mostLanguages);
  const text = filter.text?.trim();
  const conditions: RawBuilder<boolean>[] = [];
  if (kinds.length > 0) conditions.push(sql`post.kind in (${sql.join(kinds)})`);
  if (city) conditions.push(sql`post.city_id = (select id from city where slug = ${city})`);
  if (centre) conditions.push(sql`post.centre_id = (select id from centre where slug = ${centre})`);
  if (equipmentType) conditions.push(concernsType(equipmentType));
  if (languages && languages.length > 0) conditions.push(sql`post.language in (${sql.join(languages)})`);
  if (subjects.length > 0) conditions.push(sql`post.subject in (${sql.join(subjects)})`);
  if (current) conditions.push(holdsAt(ctx.now));
  if (mine) conditions.push(sql`post.author_id = ${signedIn(ctx).personId}`);
  if (text) conditions.push(saysAll(searchWords(text)));
  return allOf(conditions);
}

const concernsType = (key: string): RawBuilder<boolean> => sql`exists (
  select from post_equipment_type about where about.post_id = post.id and about.type_key = ${key})`;

/** A text without a single letter or digit says nothing. */
const saysAll = (words: readonly string[]): RawBuilder<boolean> =>
  words.length === 0 ? sql`false` : allOf(words.map(says));

/** Days are those of Greenwich: a last day ends a few hours late in the east of the network. */
const holdsAt = (now: Date): RawBuilder<boolean> => sql`(coalesce(post.ends_at > ${now}, true)
  and coalesce(post.valid_until >= (${now}::timestamptz at time zone 'UTC')::date, true))`;

/** Title and text; an index holds them folded. */
const said = sql`(post.title || ' ' || post.body)`;

/** What it says, or who says it. */
const says = (word: string): RawBuilder<boolean> => sql`(${has(word, said)}
  or post.author_id = any(${named('person', word)})
  or post.organisation_id = any(${named('organisation', word)})
  or post.acting_centre_id = any(${named('centre', word)}))`;

/** Those with the word in their name, found once for a statement: an array lets it use the indexes of `post`. */
const named = (table: 'person' | 'organisation' | 'centre', word: string): RawBuilder<unknown> =>
  sql`array(select id from ${sql.table(table)} where ${has(word, sql`name`)})`;

/**
 * A word as it stands is found at a tenth of what forgiving slips costs, so it is looked for first; a part of
 * two letters would be in nearly every text.
 */
const has = (word: string, text: RawBuilder<unknown>): RawBuilder<boolean> =>
  word.length < 3
    ? isLike(word, text)
    : sql`(talka_fold(${text}) like '%' || talka_fold(${word}) || '%' or ${isLike(word, text)})`;
