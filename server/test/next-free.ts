import { sql } from 'kysely';
import { nextFree, nextFreeReach, withMargins } from '../src/modules/equipment/availability/free-time.rules.ts';
import { readNextFree } from '../src/modules/equipment/availability/next-free.reader.ts';
import { loadTaken } from '../src/modules/equipment/availability/taken.reader.ts';
import { readEquipment } from '../src/modules/equipment/items/equipment.reader.ts';
import { readOpenings } from '../src/modules/opening-hours/hours/opening.reader.ts';
import { openIntervals } from '../src/modules/opening-hours/hours/opening.rules.ts';
import type { Context } from '../src/platform/context/context.ts';
import { rowsOf } from '../src/platform/database/database.ts';
import type { Interval } from '../src/shared/time/interval.rules.ts';
import type { World } from './world.ts';

type Answers = Record<string, Interval | undefined>;

/** The next free time of equipment as readers get it, and as it follows from all rows and nothing kept. */
export async function keptAndComputed(
  world: World,
  ids: readonly string[],
): Promise<{ kept: Answers; computed: Answers }> {
  const kept = await readNextFree(await world.contextFor(null), ids);
  const ctx = await world.contextFor(null);
  const [rows, openings] = await Promise.all([readEquipment(ctx, ids), readOpenings(ctx, ids)]);
  const computed = ids.map(async (id) => {
    const row = rows.get(id);
    const opening = openings.get(id)?.opening;
    if (!row || !opening) throw new Error(`equipment ${id} is gone`);
    return [id, await compute(ctx, row, opening)] as const;
  });
  return {
    kept: Object.fromEntries(ids.map((id) => [id, kept.get(id)])),
    computed: Object.fromEntries(await Promise.all(computed)),
  };
}

type Row = NonNullable<ReturnType<Awaited<ReturnType<typeof readEquipment>>['get']>>;
type Opening = NonNullable<ReturnType<Awaited<ReturnType<typeof readOpenings>>['get']>>['opening'];

async function compute(ctx: Context, { id, zone, rules }: Row, opening: Opening): Promise<Interval | undefined> {
  const now = ctx.now.getTime();
  const reach = { start: now, end: now + nextFreeReach };
  const units = await loadTaken(ctx, id, withMargins(reach, rules));
  const open = openIntervals({ ...opening, zone, from: reach.start, until: reach.end });
  return nextFree({ now, zone, rules, open, units: units.map(({ taken }) => taken) });
}

/** How many answers are kept at the moment. */
export async function countKept(world: World): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from next_free where known`.execute(
    rowsOf(world.em()),
  );
  return rows[0]?.count ?? 0;
}

/** A small generator, so that a failing history can be played again. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
