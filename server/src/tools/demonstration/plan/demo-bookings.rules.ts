import type { Interval } from '../../../shared/time/interval.rules.ts';
import { instantAt, wallMinutesAt } from '../../../shared/time/local-time.rules.ts';
import { bookerFor, type DemoPerson } from './demo-bookers.rules.ts';
import { BookingRows, type BookingSources } from './demo-booking-rows.rules.ts';
import { type DemoCalendar, type DemoUnit, unitOf, withBuffers } from './demo-calendar.rules.ts';
import { groupOf } from './demo-equipment.rules.ts';
import { organisationId, personId } from './demo-people.rules.ts';
import type { Random } from './random.rules.ts';

const minute = 60_000;
const dayLength = 1440 * minute;

interface Plan extends BookingSources {
  readonly units: readonly DemoUnit[];
  readonly people: readonly DemoPerson[];
  readonly calendar: DemoCalendar;
}

/**
 * Bookings and other taken times of two weeks back and three weeks ahead: within opening hours, by the rules
 * of the equipment, by people who may, never two of one unit at a time. `news` are those that people are told of.
 */
export function planBookings(plan: Plan) {
  const { data, units, calendar, random } = plan;
  const rows = new BookingRows(plan, calendar);
  for (const fixed of data.fixed.occupancies) {
    const unit = unitOf(units, fixed);
    rows.block(unit, calendar.nthOpen(unit, fixed.openDay, fixed.from, fixed.to), fixed.kind);
  }
  const news = data.fixed.bookings.flatMap((fixed) => {
    const unit = unitOf(units, fixed);
    const time = calendar.nthOpen(unit, fixed.openDay, fixed.from, fixed.to);
    const actingCentre = units.find(({ centre }) => centre.key === fixed.actingCentre)?.centre.id ?? null;
    const organisation = fixed.organisation === null ? null : organisationId(fixed.organisation);
    const booker = { person: personId(fixed.person), organisation, actingCentre };
    const booking = rows.book(unit, time, booker, fixed);
    return fixed.hoursAgo === undefined ? [] : [booking];
  });
  for (const unit of units.filter(() => random.chance(0.035))) maintain(unit, rows, plan);
  for (const unit of units) fill(unit, rows, plan);
  return { bookings: rows.bookings, occupancies: rows.occupancies, news };
}

/** A stretch of maintenance from the morning of some day near today. */
function maintain(unit: DemoUnit, rows: BookingRows, { calendar, random, now }: Plan): void {
  const days = calendar.days(unit.centre.zone).filter(({ start }) => Math.abs(start - now.getTime()) < 9 * dayLength);
  const [stretch] = calendar.open(unit, random.pick(days));
  if (!stretch) return;
  const time = {
    start: stretch.start,
    end: Math.min(stretch.end, stretch.start + random.between(4, 10) * 30 * minute),
  };
  if (calendar.isFree(unit.id, time)) rows.block(unit, time, 'maintenance');
}

/** Books a unit here and there, more in a busy city and near today. */
function fill(unit: DemoUnit, rows: BookingRows, { data, people, calendar, random, now }: Plan): void {
  const group = groupOf(data, unit.equipment.type);
  for (const day of calendar.days(unit.centre.zone)) {
    const ahead = (day.start - now.getTime()) / dayLength;
    const demand = popularity(unit) * (ahead < 4 ? 1 : ahead < 11 ? 0.6 : 0.3);
    for (const stretch of calendar.open(unit, day)) {
      for (let attempt = 0; attempt < 2; attempt += 1) {
        if (!random.chance(demand)) continue;
        const time = timeWithin(stretch, day, unit, random);
        if (!time || !calendar.isFree(unit.id, withBuffers(time, unit.equipment))) continue;
        const booker = bookerFor(unit, people, random, (person) => calendar.isFree(person, time));
        if (!booker) continue;
        const texts = data.purposes[unit.centre.country === 'LT' ? 'lt' : 'en'];
        rows.book(unit, time, booker, {
          purpose: random.pick(texts[unit.equipment.type] ?? texts[group] ?? texts.other ?? []),
          cancelled: random.chance(0.05),
        });
      }
    }
  }
}

/** The share of open stretches of a unit that get a booking. */
function popularity({ centre, position }: DemoUnit): number {
  const usual =
    centre.key === 'lt-linkmenu' ? 0.35 : centre.city === 'vilnius' ? 0.1 : centre.partnerCity ? 0.05 : 0.025;
  return usual / Math.sqrt(position);
}

/** A time on the grid of local wall-clock time within an open stretch, rather short than long. */
function timeWithin(
  stretch: Interval,
  day: ReturnType<DemoCalendar['days']>[number],
  unit: DemoUnit,
  random: Random,
): Interval | null {
  const { gridMinutes: grid, minimumMinutes, maximumMinutes } = unit.equipment;
  const { zone } = unit.centre;
  const opens = Math.ceil(wallMinutesAt(zone, stretch.start) / grid);
  const room = Math.floor((stretch.end - stretch.start) / minute / grid);
  const least = Math.ceil(minimumMinutes / grid);
  const most = Math.min(Math.floor(maximumMinutes / grid), room, least * 4);
  if (most < least) return null;
  const length = Math.min(random.between(least, most), random.between(least, most));
  const first = opens + random.between(0, room - length);
  const start = instantAt(day, first * grid, zone, 'first');
  const time = { start, end: start + length * grid * minute };
  return stretch.start <= time.start && time.end <= stretch.end ? time : null;
}
