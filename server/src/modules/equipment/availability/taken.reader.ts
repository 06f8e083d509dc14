import { sql } from 'kysely';
import { type Context, db, load } from '../../../platform/context/context.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';

/** A unit in use with its taken time, buffers inside, in order; epoch milliseconds. */
export interface UnitTime {
  readonly unit: string;
  readonly taken: readonly Interval[];
}

/** The units in use of an equipment with what is taken of them in a stretch of time (epoch milliseconds). */
export async function loadTaken(
  ctx: Context,
  equipmentId: string,
  { start, end }: Interval,
): Promise<readonly UnitTime[]> {
  return (await load(ctx, readTaken, JSON.stringify([equipmentId, start, end]))) ?? [];
}

/** All stretches that were asked for in one statement, whatever equipment and time each is about. */
async function readTaken(ctx: Context, keys: readonly string[]): Promise<ReadonlyMap<string, readonly UnitTime[]>> {
  const wanted = keys.map((key) => {
    const [equipment, start, end] = JSON.parse(key) as [string, number, number];
    return { key, equipment, start: new Date(start), end: new Date(end) };
  });
  const { rows } = await sql<{ key: string; unit: string; taken: [number, number][] }>`
    select wanted.key, unit.id as unit, coalesce(
      jsonb_agg(jsonb_build_array(extract(epoch from lower(o.during)) * 1000, extract(epoch from upper(o.during)) * 1000)
        order by o.during) filter (where o.id is not null), '[]') as taken
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as wanted(key text, equipment uuid, start timestamptz, "end" timestamptz)
    join unit on unit.equipment_id = wanted.equipment and unit.withdrawn_at is null
    left join occupancy o on o.unit_id = unit.id and o.blocking and o.during && tstzrange(wanted.start, wanted."end")
    group by wanted.key, unit.id
    order by unit.position`.execute(db(ctx));
  const units = rows.map(({ key, unit, taken }) => ({
    key,
    unit,
    taken: taken.map(([start, end]) => ({ start, end })),
  }));
  return Map.groupBy(units, ({ key }) => key);
}
