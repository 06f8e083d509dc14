import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { behind, keysetOf } from '../../../platform/database/paging/keyset.ts';
import type { Keyset } from '../../../platform/database/paging/pagination.rules.ts';
import { distanceFrom } from '../../directory/search/place.sql.ts';
import { loadFreeIntervals } from '../availability/free-time.reader.ts';
import { readEquipment } from '../items/equipment.reader.ts';
import { equipmentOrder, isMatch, searchedTables } from './equipment-conditions.sql.ts';
import { type EquipmentFilter, mostCandidates, type SoughtTime } from './equipment-filter.rules.ts';
import type { FoundEquipment, Page } from './equipment-search.reader.ts';
import { hasGap } from './free-prefilter.sql.ts';

type FreeFilter = EquipmentFilter & { readonly free: SoughtTime };

/** How many times the length of a page is looked at first, and how many times as much each time after that. */
const firstLook = 2;
const growth = 5;

/**
 * The first that are free, one more than the page has. Mostly many are, so the first in order are looked at, and more
 * only where too few were free, up to {@link mostCandidates}.
 */
export async function firstFree(ctx: Context, filter: FreeFilter, page: Page): Promise<FoundEquipment[]> {
  const found: FoundEquipment[] = [];
  let left = mostCandidates(filter.free);
  let after = page.after;
  for (let look = firstLook * (page.first + 1); left > 0; look *= growth) {
    const rows = Math.min(look, left);
    const { seen, last, candidates } = await readCandidates(ctx, filter, after, rows);
    found.push(...(await onlyFree(ctx, candidates, filter.free)));
    if (found.length > page.first || seen < rows || !last) break;
    left -= seen;
    after = last;
  }
  return found;
}

/**
 * Of the first {@link mostCandidates} those that are free, the soonest first. Their keyset begins with the moment; what
 * begins at the same moment stands in the usual order.
 */
export async function soonestFree(ctx: Context, filter: FreeFilter, page: Page): Promise<FoundEquipment[]> {
  const [moment, ...place] = page.after ?? [];
  const rows = mostCandidates(filter.free);
  const { candidates } = await readCandidates(ctx, filter, undefined, rows, page.after && place);
  const begins = await firstMoments(ctx, candidates, filter.free);
  return candidates
    .flatMap(({ behindPlace, keyset, ...row }, index) => {
      const begin = begins[index];
      return begin === undefined ? [] : [{ ...row, begin, behindPlace, keyset: [begin, ...keyset] }];
    })
    .filter(
      ({ begin, behindPlace }) => moment === undefined || begin > Number(moment) || (begin === moment && behindPlace),
    )
    .sort((one, other) => one.begin - other.begin)
    .map(({ id, distance, keyset }) => ({ id, distance, keyset }));
}

/** How many are free of the first {@link mostCandidates} that a search finds. */
export async function countFree(ctx: Context, filter: FreeFilter): Promise<number> {
  const { candidates } = await readCandidates(ctx, filter, undefined, mostCandidates(filter.free));
  return (await onlyFree(ctx, candidates, filter.free)).length;
}

interface Candidates {
  readonly candidates: readonly (FoundEquipment & { readonly behindPlace: boolean })[];
  /** How many were looked at, whether or not they have a gap. */
  readonly seen: number;
  readonly last: Keyset | null;
}

/** Of the next in the order of a search those with a gap of the sought length, and whether they are behind a place. */
async function readCandidates(
  ctx: Context,
  filter: FreeFilter,
  after: Keyset | undefined,
  rows: number,
  place?: Keyset,
): Promise<Candidates> {
  const order = equipmentOrder(filter);
  const distance = filter.near ? distanceFrom(filter.near) : sql`null::float8`;
  const result = await sql<Candidates>`
    with seen as materialized (
      select equipment.id, ${keysetOf(order)} as keyset, ${distance} as distance,
        ${behind(order, place)} as behind_place,
        row_number() over (order by ${sql.join(order.map(({ value }) => value))})::int as place
      from ${searchedTables(ctx.locale)}
      where ${isMatch(filter)} and ${behind(order, after)}
      order by place limit ${rows})
    select coalesce(jsonb_agg(jsonb_build_object('id', seen.id, 'keyset', keyset, 'distance', distance,
        'behindPlace', behind_place) order by place)
        filter (where ${hasGap(filter.free, ctx.now)}), '[]') as candidates,
      count(*)::int as seen, (select keyset from seen order by place desc limit 1) as last
    from seen join equipment on equipment.id = seen.id`.execute(db(ctx));
  return result.rows[0] ?? { candidates: [], seen: 0, last: null };
}

/** Those in which the rule finds the sought time. */
async function onlyFree(ctx: Context, candidates: readonly FoundEquipment[], sought: SoughtTime) {
  const moments = await firstMoments(ctx, candidates, sought);
  return candidates.filter((_, index) => moments[index] !== undefined);
}

/** The first moment of the sought time in each, if any; what it is decided by is read for all of them at once. */
const firstMoments = (
  ctx: Context,
  candidates: readonly FoundEquipment[],
  sought: SoughtTime,
): Promise<(number | undefined)[]> =>
  Promise.all(
    candidates.map(async ({ id }) => {
      const equipment = await load(ctx, readEquipment, id);
      const byUnit = equipment ? await loadFreeIntervals(ctx, equipment, sought) : [];
      const [first] = byUnit.flatMap(([interval]) => interval?.start ?? []).sort((one, other) => one - other);
      return first;
    }),
  );
