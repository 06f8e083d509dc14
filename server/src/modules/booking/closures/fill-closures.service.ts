import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { rangeOf } from '../occupancy/occupancy.sql.ts';
import { isClosedBy } from './closure.reader.ts';

interface FreeTime {
  /** Of these units, or of all that a closure closes. */
  readonly unitIds?: readonly string[] | undefined;
  readonly during: Interval;
  /** One closure, or all that stand. */
  readonly closureId?: string;
}

/**
 * Lets closures take what is free of their time: all of it when they begin, what a booking within frees later, what
 * another closure gave back. One after the other, so that those that overlap share the time without a conflict.
 */
export async function fillClosures(tx: Context, { unitIds, during, closureId }: FreeTime): Promise<void> {
  if (unitIds?.length === 0) return;
  const range = sql`${rangeOf(during)}::tstzrange`;
  const ofUnits = unitIds === undefined ? sql`true` : sql`unit.id = any(${sql.val([...unitIds])}::uuid[])`;
  const { rows } = await sql<{ id: string }>`
    select closure.id from closure
    where closure.lifted_at is null and closure.ends_at > ${tx.now}::timestamptz
      and tstzrange(closure.starts_at, closure.ends_at) && ${range}
      and ${closureId === undefined ? sql`true` : sql`closure.id = ${closureId}`}
      and exists (select from unit where ${ofUnits} and ${isClosedBy})
    order by closure.created_at, closure.id`.execute(db(tx));
  for (const { id } of rows) {
    await sql`
      insert into occupancy (id, unit_id, during, kind, blocking, closure_id)
      select gen_random_uuid(), unit.id, piece,
        case closure.kind when 'out_of_order' then 'closure' else closure.kind end, true, closure.id
      from closure
      join unit on ${isClosedBy} and ${ofUnits}
      cross join lateral unnest(
        tstzmultirange(tstzrange(closure.starts_at, closure.ends_at) * ${range})
        - coalesce((select range_agg(occupancy.during) from occupancy
            where occupancy.unit_id = unit.id and occupancy.blocking
              and occupancy.during && tstzrange(closure.starts_at, closure.ends_at)), '{}'::tstzmultirange)) as piece
      where closure.id = ${id}
      order by unit.id`.execute(db(tx));
  }
}
