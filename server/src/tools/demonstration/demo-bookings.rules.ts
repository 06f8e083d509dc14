import type { Interval } from '../../shared/time/interval.rules.ts';
import { instantAt, wallMinutesAt } from '../../shared/time/local-time.rules.ts';
import { bookerFor, type DemoPerson } from './demo-bookers.rules.ts';
import { BookingRows } from './demo-booking-rows.rules.ts';
import { DemoCalendar, type DemoUnit, withBuffers } from './demo-calendar.rules.ts';
import { groupOf } from './demo-equipment.rules.ts';
import { organisationId, personId } from './demo-people.rules.ts';
import type { DemoData } from './demonstration-data.rules.ts';
import type { Random } from './random.rules.ts';

const minute = 60_000;
const dayLength = 1440 * minute;

interface Plan {
  readonly data: DemoData;
  readonly units: readonly DemoUnit[];
  readonly people: readonly DemoPerson[];
  readonly now: Date;
  readonly random: Random;
}

/**
 * Bookings and other taken times of two weeks back and three weeks ahead: within opening hours, by the rules
 * of the equipment, by people who may, never two of one unit at a time.
 */
export function planBookings(plan: Plan) {
  const { data, units, now, random } = plan;
  const calendar = new DemoCalendar(now);
  const rows = new BookingRows(data, calendar, random, now);
  for (const fixed of data.fixed.occupancies) {
    const unit = unitOf(units, fixed);
    rows.block(unit, calendar.nthOpen(unit, fixed.openDay, fixed.from, fixed.to), fixed.kind);
  }
  for (const fixed of data.fixed.bookings) {
    const unit = unitOf(units, fixed);
    const time = calendar.nthOpen(unit, fixed.openDay, fixed.from, fixed.to);
    const actingCentre = units.find(({ centre }) => centre.key === fixed.actingCentre)?.centre.id ?? null;
    const organisation = fixed.organisation === null ? null : organisationId(fixed.organisation);
    const booker = { person: personId(fixed.person), organisation, actingCentre };
    rows.book(unit, time, booker, fixed.purpose, fixed.cancelled ?? false);
  }
  for (const unit of units.filter(() => random.chance(0.035))) maintain(unit, calendar, rows, plan);
  for (const unit of units) fill(unit, calendar, rows, plan);
  return { bookings: rows.bookings, occupancies: rows.occupancies };
}

/** A stretch of maintenance from the morning of some day near today. */
function maintain(unit: DemoUnit, calendar: DemoCalendar, rows: BookingRows, { random, now }: Plan): void {
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
function fill(unit: DemoUnit, calendar: DemoCalendar, rows: BookingRows, { data, people, random, now }: Plan): void {
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
        rows.book(
          unit,
          time,
          booker,
          random.pick(texts[unit.equipment.type] ?? texts[group] ?? texts.other ?? []),
          random.chance(0.05),
        );
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

function unitOf(units: readonly DemoUnit[], wanted: { centre: string; type: string; unit: number }): DemoUnit {
  const found = units.find(
    ({ centre, equipment, position }) =>
      centre.key === wanted.centre && equipment.type === wanted.type && position === wanted.unit,
  );
  if (!found) throw new Error(`${wanted.centre} has no ${wanted.type} ${wanted.unit}.`);
  return found;
}
