import { type RawBuilder, sql } from 'kysely';

/** An opening exception `x` holds on a local day; the same rule as `coversDay`. */
const covers = (day: RawBuilder<unknown>) => sql`
  ${day} >= x.starts_on and case when not x.yearly then ${day} <= x.ends_on else exists (
    select from generate_series(
      greatest(extract(year from x.starts_on),
        extract(year from ${day}) - (extract(year from x.ends_on) - extract(year from x.starts_on)))::int,
      extract(year from ${day})::int) begun
    where begun || to_char(x.starts_on, '-MM-DD') <= to_char(${day}, 'YYYY-MM-DD')
      and (begun + (extract(year from x.ends_on) - extract(year from x.starts_on))::int)
        || to_char(x.ends_on, '-MM-DD') >= to_char(${day}, 'YYYY-MM-DD')) end`;

/**
 * The wall-clock hours (`opens`, `closes`) of a centre, or of one equipment of it, on a local day; the same
 * rules as in `openIntervals`. `centre`, `equipment` (null for the centre itself) and `day` are SQL expressions.
 */
export const hoursOn = (
  centre: RawBuilder<unknown>,
  equipment: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`(
  with that as (
    select x.kind, x.opens, x.closes, x.equipment_id is not null as own from opening_exception x
    where x.centre_id = ${centre} and (x.equipment_id is null or x.equipment_id = ${equipment}) and ${covers(day)})
  select that.opens, that.closes from that
  where not exists (select from that closed where closed.kind = 'closed')
    and that.own = (select bool_or(any_own.own) from that any_own)
  union all
  select r.opens, r.closes from opening_rule r
  where r.centre_id = ${centre} and r.weekday = extract(isodow from ${day}) and not exists (select from that)
    and (r.equipment_id = ${equipment} or (r.equipment_id is null
      and not exists (select from opening_rule own where own.equipment_id = ${equipment}))))`;

/**
 * The instant at which clocks of a zone show a time. A time that spring skips is the moment of the change
 * (clocks change at a full hour of UTC); of a time that autumn repeats, the first or, unless `onlyFirst`, the
 * last is taken.
 */
function instantOf(
  wallClock: RawBuilder<unknown>,
  zone: RawBuilder<unknown>,
  onlyFirst: RawBuilder<boolean>,
): RawBuilder<Date> {
  // PostgreSQL takes the later of two, and counts a skipped time by the clock before the change.
  const last = sql`(${wallClock} at time zone ${zone})`;
  const earlier = sql`(${last} - interval '1 hour')`;
  return sql`(case
    when ${last} at time zone ${zone} <> ${wallClock} then date_trunc('hour', ${last}, 'UTC')
    when ${onlyFirst} and ${earlier} at time zone ${zone} = ${wallClock} then ${earlier}
    else ${last} end)`;
}

/** When something that opens at a wall-clock time opens on a day. */
export const opensAt = (day: RawBuilder<unknown>, opens: RawBuilder<unknown>, zone: RawBuilder<unknown>) =>
  instantOf(sql`(${day} + ${opens})`, zone, sql`true`);

/** When something that closes at a wall-clock time closes on a day; midnight is where the next day begins. */
export const closesAt = (day: RawBuilder<unknown>, closes: RawBuilder<unknown>, zone: RawBuilder<unknown>) =>
  instantOf(sql`(${day} + ${closes})`, zone, sql`${closes} = '24:00'`);

/** The first instant of a local day. */
export const startOfDay = (day: RawBuilder<unknown>, zone: RawBuilder<unknown>) =>
  instantOf(sql`(${day})::timestamp`, zone, sql`true`);

/** The row of `centre` is open at an instant. */
export function isOpenAt(now: Date): RawBuilder<boolean> {
  const day = sql`today.day`;
  const zone = sql`centre.zone`;
  return sql`exists (
    select from (select (${now}::timestamptz at time zone centre.zone)::date as day) today
    cross join lateral ${hoursOn(sql`centre.id`, sql`null::uuid`, day)} hours
    where ${opensAt(day, sql`hours.opens`, zone)} <= ${now}::timestamptz
      and ${now}::timestamptz < ${closesAt(day, sql`hours.closes`, zone)})`;
}
