import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { searchWords } from '../../../platform/search/words.rules.ts';
import { isLike, strangeness } from '../../../platform/search/words.sql.ts';
import { listSpokenTypes } from '../../vocabulary/equipment-types/equipment-type.reader.ts';
import { byLikeness, type Meant } from './likeness.rules.ts';
import { byMachines, type Ranked, ranked, type Sought } from './suggestion.rules.ts';

/** So many of the likest of each kind are looked at. */
const mostCandidates = 30;

type SpokenType = Awaited<ReturnType<typeof listSpokenTypes>>[number];
export type SuggestedType = SpokenType & { readonly inCity: number | undefined; readonly inNetwork: number };
export interface SuggestedCentre {
  readonly centreId: string;
  readonly name: string;
}

/** What a text may mean, the likest first; of equally like ones machines come before centres. */
export async function readSuggestions(ctx: Context, { text, city, first }: Sought) {
  const words = searchWords(text);
  if (words.length === 0) return [];
  const [types, centres] = await Promise.all([likeTypes(ctx, words, city), likeCentres(ctx, words)]);
  const all: Ranked<SuggestedType | SuggestedCentre>[] = [...types, ...centres];
  return all
    .sort((a, b) => byLikeness(a.likeness, b.likeness))
    .slice(0, first)
    .map(({ thing }) => thing);
}

async function likeTypes(ctx: Context, words: readonly string[], city: string | null | undefined) {
  const meant = ({ translations, words: said }: SpokenType): Meant => ({
    names: Object.entries(translations).map(([tag, text]) => ({ text, own: tag === ctx.locale })),
    words: Object.entries(said).flatMap(([tag, texts]) => texts.map((text) => ({ text, own: tag === ctx.locale }))),
  });
  const like = ranked(words, await listSpokenTypes(ctx), meant);
  const counts = await countMachines(
    ctx,
    like.map(({ thing }) => thing.key),
    city,
  );
  return like
    .map(({ thing, likeness }) => ({ likeness, thing: { ...thing, ...(counts.get(thing.key) ?? none(city)) } }))
    .sort(byMachines);
}

const none = (city: string | null | undefined) => ({ inCity: city ? 0 : undefined, inNetwork: 0 });

/** How much equipment of each type the network offers, and one city of it. */
async function countMachines(ctx: Context, types: readonly string[], city: string | null | undefined) {
  if (types.length === 0) return new Map<string, { inCity: number | undefined; inNetwork: number }>();
  const { rows } = await sql<{ key: string; inCity: number; inNetwork: number }>`
    select equipment.type_key as key, count(*)::int as "inNetwork",
      count(*) filter (where city.slug = ${city ?? null})::int as "inCity"
    from equipment join centre on centre.id = equipment.centre_id join city on city.id = centre.city_id
    where equipment.withdrawn_at is null and equipment.type_key in (${sql.join(types)})
    group by equipment.type_key`.execute(db(ctx));
  return new Map(rows.map(({ key, inCity, inNetwork }) => [key, { inCity: city ? inCity : undefined, inNetwork }]));
}

async function likeCentres(ctx: Context, words: readonly string[]) {
  const name = sql`centre.name`;
  const { rows } = await sql<SuggestedCentre>`
    select centre.id as "centreId", centre.name from centre
    where ${sql.join(
      words.map((word) => isLike(word, name)),
      sql` or `,
    )}
    order by ${strangeness(words.join(' '), sql`talka_fold(centre.name)`)}, talka_fold(centre.name), centre.id
    limit ${mostCandidates}`.execute(db(ctx));
  return ranked(words, rows, ({ name: text }) => ({ names: [{ text, own: true }], words: [] }));
}
