import { type RawBuilder, sql } from 'kysely';
import { isTakenAt } from '../availability/busy.sql.ts';
import type { SoughtTime } from './equipment-filter.rules.ts';

/**
 * The row of `equipment` has a unit with a gap of the sought length between what takes it. More may be in the way (the
 * hours, buffers, the grid), which the rule decides; nothing that the rule would find is left out.
 */
export function hasGap({ from, until, minutes }: SoughtTime, now: Date): RawBuilder<boolean> {
  const window = sql`tstzrange(${from}::timestamptz, ${until}::timestamptz)`;
  const length = sql`greatest(${minutes ?? null}::int, equipment.minimum_minutes)`;
  return sql`(${length} <= equipment.maximum_minutes and exists (
    select from unit
    cross join lateral unnest(tstzmultirange(${window}) - coalesce((
      select range_agg(occupancy.during) from occupancy
      where occupancy.unit_id = unit.id and ${isTakenAt(now)} and occupancy.during && ${window}),
      '{}'::tstzmultirange)) gap
    where unit.equipment_id = equipment.id and unit.withdrawn_at is null
      and upper(gap) - lower(gap) >= make_interval(mins => ${length})))`;
}
