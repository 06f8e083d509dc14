import { sql } from 'kysely';
import { type Context, db, foretell, load, untilChange, untilTouched } from '../../../platform/context/context.ts';
import { kept } from '../../../platform/database/kept-plans.ts';
import type { Along } from '../../../platform/graphql/read-along.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { readOpenings } from '../../opening-hours/hours/opening.reader.ts';
import { openIntervals } from '../../opening-hours/hours/opening.rules.ts';
import { type FreeTimeRules, withMargins } from './free-time.rules.ts';
import { type KeptFree, keptWindow, nextFreeToKeep, toldAt } from './next-free.rules.ts';
import { loadTaken } from './taken.reader.ts';

/**
 * The next stretch of each equipment within two weeks in which a unit can be booked. Answers that still hold are
 * one statement; the others are found anew and kept, unless something changed meanwhile.
 */
export async function readNextFree(
  ctx: Context,
  equipmentIds: readonly string[],
): Promise<ReadonlyMap<string, Interval | undefined>> {
  const stored = (await Promise.all(equipmentIds.map((id) => load(ctx, readKept, id)))).filter((row) => row != null);
  const answers = untilChange(ctx, (now) => toldAt(stored, now));
  const missing = equipmentIds.filter((id) => !answers.has(id));
  if (missing.length === 0) return answers;
  const found = await findAnew(ctx, missing);
  await keep(ctx, found);
  return new Map([...answers, ...toldAt(found, ctx.now.getTime()).value]);
}

type Kept = KeptFree & { readonly id: string };
type Columns = [start: number | null, end: number | null, holdsFrom: number, holdsUntil: number];

const milliseconds = (column: string) => sql`(extract(epoch from next_free.${sql.ref(column)}) * 1000)::float8`;
const columns = sql`json_build_array(${milliseconds('starts_at')}, ${milliseconds('ends_at')},
  ${milliseconds('holds_from')}, ${milliseconds('holds_until')})`;

const keptOf = (id: string, [start, end, holdsFrom, holdsUntil]: Columns): Kept => {
  const free = start === null || end === null ? undefined : { start, end };
  return { id, free, holdsFrom, holdsUntil };
};

async function readKept(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Kept | null>> {
  const { rows } = await sql<{ id: string; columns: Columns }>`${kept}
    select equipment_id as id, ${columns} as columns from next_free
    where equipment_id = any(${ids}::uuid[]) and known`.execute(untilTouched(ctx, 'next_free', ids));
  return new Map(rows.map((row) => [row.id, keptOf(row.id, row.columns)]));
}

/** The kept answer for a statement over `equipment` on {@link rowsBut} `next_free`. */
export const keptFreeAlong: Along = {
  value: sql`(select ${columns} from next_free where next_free.equipment_id = equipment.id and known)`,
  keep: (ctx, id, value) => {
    untilTouched(ctx, 'next_free', [id]);
    foretell(ctx, readKept, id, value ? keptOf(id, value as Columns) : null);
  },
};

interface Found extends KeptFree {
  readonly id: string;
  /** Of the kept answer, as it was before the facts were read. */
  readonly version: number | null;
}

/** The version is read first and everything else after it or with it, so that no change in between goes unseen. */
async function findAnew(ctx: Context, ids: readonly string[]): Promise<Found[]> {
  const { rows } = await sql<{ id: string; version: number | null; zone: string } & FreeTimeRules>`${kept}
    select e.id, n.version, c.zone, e.grid_minutes as "gridMinutes", e.minimum_minutes as "minimumMinutes",
      e.maximum_minutes as "maximumMinutes", e.lead_minutes as "leadMinutes", e.horizon_days as "horizonDays",
      e.buffer_before_minutes as "bufferBeforeMinutes", e.buffer_after_minutes as "bufferAfterMinutes"
    from equipment e join centre c on c.id = e.centre_id left join next_free n on n.equipment_id = e.id
    where e.id = any(${sql.val([...ids])}::uuid[])`.execute(db(ctx));
  const now = ctx.now.getTime();
  const window = keptWindow(now);
  const openings = readOpenings(ctx, ids);
  return Promise.all(
    rows.map(async ({ id, version, zone, ...rules }) => {
      const [hours, units] = await Promise.all([openings, loadTaken(ctx, id, withMargins(window, rules))]);
      const opening = hours.get(id)?.opening ?? { rules: [], exceptions: [] };
      const open = openIntervals({ ...opening, zone, from: window.start, until: window.end });
      return { id, version, ...nextFreeToKeep({ now, zone, rules, open, units: units.map(({ taken }) => taken) }) };
    }),
  );
}

/** Nobody waits for this: what somebody is changing at the moment is left to the next reader. */
async function keep(ctx: Context, found: readonly Found[]): Promise<void> {
  const rows = found.map(({ id, version, free, holdsFrom, holdsUntil }) => ({
    ...{ id, version, holds_from: new Date(holdsFrom), holds_until: new Date(holdsUntil) },
    ...{ starts_at: free ? new Date(free.start) : null, ends_at: free ? new Date(free.end) : null },
  }));
  await sql`${kept}
    with found as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as found(id uuid, version int,
        starts_at timestamptz, ends_at timestamptz, holds_from timestamptz, holds_until timestamptz)),
    unchanged as (
      select n.equipment_id from next_free n join found on found.id = n.equipment_id and found.version = n.version
      order by n.equipment_id for update of n skip locked),
    renewed as (
      update next_free n set known = true, starts_at = found.starts_at, ends_at = found.ends_at,
        holds_from = found.holds_from, holds_until = found.holds_until
      from found where found.id = n.equipment_id and n.equipment_id in (select equipment_id from unchanged))
    insert into next_free (equipment_id, version, known, starts_at, ends_at, holds_from, holds_until)
    select id, 0, true, starts_at, ends_at, holds_from, holds_until from found
    where version is null and exists (select from equipment where equipment.id = found.id)
    order by id on conflict do nothing`.execute(db(ctx));
}
