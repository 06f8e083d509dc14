import { describe, expect, test } from 'vitest';
import { ofCentre } from '../../opening-hours/hours/centre-opening.rules.ts';
import type { DayException, WeeklyHours } from '../../opening-hours/hours/opening.rules.ts';
import { openAt } from '../../opening-hours/hours/opening-now.rules.ts';
import { groundAfter, type ImpactCause } from './cause.rules.ts';
import { type Ground, losingTime, type StandingTime } from './ground.rules.ts';

const minute = 60_000;
const day = 86_400_000;
const zones = ['Europe/Vilnius', 'Europe/Lisbon', 'Europe/London'];
/** The days on which clocks change. */
const changes = ['2026-10-25', '2027-03-28'];
const units = ['a1', 'a2', 'b1'];
const people = ['ona', 'jonas'];

/** Numbers that are the same at each run. */
function dice(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function hoursBy(roll: ReturnType<typeof dice>): WeeklyHours[] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const opens = roll(8) * 30;
    const noon = opens + 60 + roll(20) * 30;
    const closes = Math.min(1440, noon + roll(20) * 30);
    return [
      { weekday, opens: clock(opens), closes: clock(noon) },
      ...(closes > noon + 30 && roll(2) ? [{ weekday, opens: clock(noon + 30), closes: clock(closes) }] : []),
    ];
  });
}

function groundBy(roll: ReturnType<typeof dice>, zone: string, date: string): Ground {
  const closed: DayException = {
    ...{ kind: 'closed', startsOn: date, endsOn: date, opens: null, closes: null, yearly: false },
  };
  const rules = [
    ...hoursBy(roll).map((hours) => ({ ...hours, equipmentId: null })),
    ...(roll(2) ? hoursBy(roll).map((hours) => ({ ...hours, equipmentId: 'b' })) : []),
  ];
  const exceptions = roll(4) === 0 ? [{ ...closed, equipmentId: roll(2) ? null : 'b' }] : [];
  return { zone, openings: ofCentre({ rules, exceptions }), closed: new Map(), barred: new Map() };
}

function stretchBy(roll: ReturnType<typeof dice>, noon: number, most = 24) {
  const start = noon - day + roll(96) * 30 * minute;
  return { start, end: start + (1 + roll(most)) * 30 * minute };
}

function causeBy(roll: ReturnType<typeof dice>, ground: Ground, noon: number, date: string): ImpactCause {
  const centreId = 'centre';
  const during = stretchBy(roll, noon);
  const other = groundBy(roll, ground.zone, date).openings;
  const unitIds = units.filter(() => roll(2) === 0);
  const causes: readonly ImpactCause[] = [
    { kind: 'hours', centreId, equipmentId: null, replan: () => other },
    { kind: 'closure', centreId, unitIds, during },
    { kind: 'withdrawal', centreId, unitIds, from: during.start },
    { kind: 'suspension', centreId, holderId: 'ona', stretches: [during] },
    { kind: 'zone', centreId, zone: zones[roll(3)] ?? 'Europe/Vilnius' },
  ];
  return causes[roll(causes.length)] as ImpactCause;
}

function bookingBy(roll: ReturnType<typeof dice>, noon: number): StandingTime {
  const booked = stretchBy(roll, noon, 6);
  const unitId = units[roll(3)] ?? '';
  const buffer = roll(2) * 15 * minute;
  return {
    ...{ equipmentId: unitId[0] ?? '', unitId, booked, bookerId: people[roll(2)] ?? null, organisationId: null },
    occupied: { start: booked.start, end: booked.end + buffer },
  };
}

/** Everything here begins and ends on quarters of an hour, so that it may be asked of each of them. */
const quarter = 15 * minute;

/** Quarter by quarter, as slowly as it can be said. */
function mayHave({ zone, openings, closed, barred }: Ground, booking: StandingTime): boolean {
  const { opening } = openings.equipment.get(booking.equipmentId) ?? { opening: openings.centre };
  const every = ({ start, end }: { start: number; end: number }, holds: (at: number) => boolean) => {
    for (let at = start; at < end; at += quarter) if (!holds(at)) return false;
    return true;
  };
  const outside = (stretches: readonly { start: number; end: number }[] | undefined) => (at: number) =>
    !stretches?.some(({ start, end }) => start <= at && at < end);
  return (
    every(booking.booked, (at) => openAt({ ...opening, zone }, at)) &&
    every(booking.occupied, outside(closed.get(booking.unitId))) &&
    every(booking.booked, outside(barred.get(booking.bookerId ?? '')))
  );
}

describe.each(zones)('in %s', (zone) => {
  test.each(changes)('on %s those lose their time who had it before and not after: no more, no less', (date) => {
    const noon = Date.parse(`${date}T12:00:00Z`);
    const roll = dice(7);
    let lost = 0;
    for (let round = 0; round < 40; round += 1) {
      const before = groundBy(roll, zone, date);
      const after = groundAfter(before, causeBy(roll, before, noon, date));
      const bookings = Array.from({ length: 12 }, () => bookingBy(roll, noon));
      const losing = losingTime(before, after, bookings);
      lost += losing.length;
      expect(losing).toEqual(bookings.filter((each) => mayHave(before, each) && !mayHave(after, each)));
    }
    expect(lost).toBeGreaterThan(5);
  });
});
