import { type RawBuilder, sql } from 'kysely';
import { closesAt, hoursOn, opensAt, startOfDay } from '../../opening-hours/hours/opening-condition.reader.ts';
import type { SoughtTime } from './equipment-filter.rules.ts';

const minutes = (count: RawBuilder<unknown>) => sql`make_interval(mins => ${count})`;

/**
 * Ids of the equipment among `candidates` (a query of ids) with a unit in which a booking of the sought length
 * fits: open, not taken with buffers, beginning on the grid, after the lead time and before the horizon. The
 * same rules as `freeStretchesByUnit`, for any number of candidates at once.
 */
export function freeEquipment(candidates: RawBuilder<unknown>, sought: SoughtTime, now: Date): RawBuilder<unknown> {
  const from = sql`${sought.from}::timestamptz`;
  const until = sql`${sought.until}::timestamptz`;
  // The planner believes a number; a day too many lies outside of the window.
  const days = Math.ceil((sought.until.getTime() - sought.from.getTime()) / 86_400_000) + 1;
  const length = sql`greatest(${sought.minutes ?? null}::int, c.minimum_minutes)`;
  const starts = opensAt(sql`d.day`, sql`h.opens`, sql`k.zone`);
  const ends = closesAt(sql`d.day`, sql`h.closes`, sql`k.zone`);
  return sql`
    with c as materialized (
      select e.*, centre.zone,
        -- Equipment with hours or exceptions of its own keeps them; all other follows its centre.
        case when exists (select from opening_rule r where r.equipment_id = e.id)
          or exists (select from opening_exception x where x.equipment_id = e.id) then e.id end as keeper
      from equipment e join centre on centre.id = e.centre_id
      where e.id in (${candidates})),
    hours as materialized (
      select k.centre_id, k.keeper, range_agg(tstzrange(i.starts, i.ends)) as open
      from (select distinct c.centre_id, c.keeper, c.zone from c) k
      cross join lateral (
        select (${from} at time zone k.zone)::date + n as day from generate_series(0, ${days}::int) n) d
      cross join lateral ${hoursOn(sql`k.centre_id`, sql`k.keeper`, sql`d.day`)} h
      cross join lateral (select ${starts} as starts, ${ends} as ends) i
      where i.starts < i.ends
      group by k.centre_id, k.keeper)
    select c.id from c
    join hours on hours.centre_id = c.centre_id and hours.keeper is not distinct from c.keeper
    cross join lateral (select
      tstzmultirange(tstzrange(
        greatest(${from}, least(${until}, ${now}::timestamptz + ${minutes(sql`c.lead_minutes`)})), ${until}))
        * hours.open as reachable,
      ${startOfDay(sql`(${now}::timestamptz at time zone c.zone)::date + c.horizon_days + 1`, sql`c.zone`)} as horizon
    ) bounds
    where ${length} <= c.maximum_minutes and exists (
      select from unit u
      cross join lateral unnest(bounds.reachable - coalesce((
        select range_agg(tstzrange(lower(o.during) - ${minutes(sql`c.buffer_after_minutes`)},
          upper(o.during) + ${minutes(sql`c.buffer_before_minutes`)}))
        from occupancy o
        where o.unit_id = u.id and o.blocking and o.during && tstzrange(
          ${from} - ${minutes(sql`c.buffer_before_minutes`)}, ${until} + ${minutes(sql`c.buffer_after_minutes`)})),
        '{}'::tstzmultirange)) free
      cross join lateral (select ${firstOnGrid(sql`lower(free)`, sql`c.grid_minutes`, sql`c.zone`)} as start) first
      where u.equipment_id = c.id and u.withdrawn_at is null
        and first.start + ${minutes(length)} <= upper(free) and first.start < bounds.horizon)`;
}

/** The first start on the grid at or after an instant; local midnight is always one. */
function firstOnGrid(instant: RawBuilder<unknown>, grid: RawBuilder<unknown>, zone: RawBuilder<unknown>) {
  const wallClock = sql`(${instant} at time zone ${zone})`;
  const minute = sql`(extract(epoch from ${wallClock} - date_trunc('day', ${wallClock})) / 60)`;
  const next = sql`least(1440, ceil(${minute} / greatest(1, ${grid})) * greatest(1, ${grid}))`;
  return sql`(${instant} + (${next} - ${minute})::float8 * interval '1 minute')`;
}
