import { type RawBuilder, sql } from 'kysely';
import { type Context, signedIn } from '../../../platform/context/context.ts';
import { allOf } from '../../../platform/database/paging/keyset.ts';
import { searchWords } from '../../../platform/search/words.rules.ts';
import { isLike } from '../../../platform/search/words.sql.ts';
import { badInput } from '../../../shared/errors.ts';
import { filterProblems, type PostFilter } from './post-filter.rules.ts';

/**
 * The rows of `post` that meet a filter, whoever may read them. Throws BAD_INPUT for texts that cannot be
 * looked for, SIGN_IN_REQUIRED where a visitor asks for their own.
 */
export function postsLike(ctx: Context, filter: PostFilter): RawBuilder<boolean> {
  const problems = filterProblems(filter);
  if (problems.length > 0) throw badInput(problems);
  const { kinds, city, centre, equipmentType, mine } = filter;
  const text = filter.text?.trim();
  const conditions: RawBuilder<boolean>[] = [];
  if (kinds && kinds.length > 0) conditions.push(sql`post.kind in (${sql.join(kinds)})`);
  if (city) conditions.push(sql`post.city_id = (select id from city where slug = ${city})`);
  if (centre) conditions.push(sql`post.centre_id = (select id from centre where slug = ${centre})`);
  if (equipmentType) conditions.push(concernsType(equipmentType));
  if (mine) conditions.push(sql`post.author_id = ${signedIn(ctx).personId}`);
  if (text) conditions.push(saysAll(searchWords(text)));
  return allOf(conditions);
}

const concernsType = (key: string): RawBuilder<boolean> => sql`exists (
  select from post_equipment_type about where about.post_id = post.id and about.type_key = ${key})`;

/** A text without a single letter or digit says nothing. */
const saysAll = (words: readonly string[]): RawBuilder<boolean> =>
  words.length === 0 ? sql`false` : allOf(words.map(says));

/** Title and text; an index holds them folded. */
const said = sql`(post.title || ' ' || post.body)`;

/**
 * A word as it stands is found at a tenth of what forgiving slips costs, so it is looked for first; a part of
 * two letters would be in nearly every text.
 */
const says = (word: string): RawBuilder<boolean> =>
  word.length < 3
    ? isLike(word, said)
    : sql`(talka_fold(${said}) like '%' || talka_fold(${word}) || '%' or ${isLike(word, said)})`;
