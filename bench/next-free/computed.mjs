/**
 * When equipment `e` of a statement is next free, without grid, lead time, horizon or exceptions: opening hours of two
 * weeks less what is taken of each unit; of these the first stretch long enough.
 */
export const firstFree = `(
  select free from centre c
  join unit u on u.equipment_id = e.id and u.withdrawn_at is null
  cross join lateral (
    select range_agg(tstzrange(greatest(now(), (d.day + r.opens) at time zone c.zone), (d.day + r.closes) at time zone c.zone)) as open
    from generate_series(0, 14) n
    cross join lateral (select (now() at time zone c.zone)::date + n as day) d
    join opening_rule r on r.centre_id = c.id and r.weekday = extract(isodow from d.day)
      and (r.equipment_id = e.id or r.equipment_id is null and not exists (select from opening_rule own where own.equipment_id = e.id))
    where (d.day + r.closes) at time zone c.zone > now()) hours
  cross join lateral unnest(hours.open - coalesce((select range_agg(o.during) from occupancy o
    where o.unit_id = u.id and o.blocking and o.during && tstzrange(now(), now() + interval '14 days')), '{}')) free
  where c.id = e.centre_id and upper(free) - lower(free) >= make_interval(mins => e.minimum_minutes)
  order by lower(free) limit 1)`;
