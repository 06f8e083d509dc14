import { afterAll, beforeAll, expect, test } from 'vitest';
import { freeStretches } from '../../client/src/lib/features/booking/lanes/free-time.rules.ts';
import type { Lane } from '../../client/src/lib/features/booking/lanes/lanes.rules.ts';
import { gridPoints } from '../../client/src/lib/time/local-day.rules.ts';
import { daysOf } from '../../client/src/lib/time/local-days.server.ts';
import { startLimits } from '../src/modules/equipment/availability/free-starts.rules.ts';
import type { BookingRules } from '../src/modules/equipment/items/booking-rules.rules.ts';
import { makeBooking } from './factories/booking.ts';
import { makeEquipment, makeOccupancy } from './factories/equipment.ts';
import { makePerson } from './factories/identity.ts';
import { embeddedWorld, type World } from './world.ts';

const zone = 'Europe/Vilnius';
const minute = 60_000;

let world: World;
let person: string;
beforeAll(async () => {
  world = await embeddedWorld();
  person = await makePerson(world);
});
afterAll(() => world.close());

const Timeline = `query ($id: ID!, $startsAt: DateTimeISO!, $endsAt: DateTimeISO!) {
  equipment(id: $id) { rules {
    audience gridMinutes minimumMinutes maximumMinutes leadMinutes horizonDays bufferBeforeMinutes bufferAfterMinutes
  } }
  timeline(equipmentIds: [$id], startsAt: $startsAt, endsAt: $endsAt) { lanes {
    unit { id name position } open { startsAt endsAt }
    occupancies { id unit { id } startsAt endsAt kind mine note booking { id startsAt endsAt booker { name } } }
  } }
}`;
const Check = `query ($id: ID!, $startsAt: DateTimeISO!, $endsAt: DateTimeISO!) {
  checkBooking(equipmentId: $id, startsAt: $startsAt, endsAt: $endsAt) { outcome }
}`;
const iso = (at: number) => new Date(at).toISOString();

/** What the page of an equipment would offer on two days, and every moment of the grid on them. */
async function offered(id: string, date: string) {
  const days = daysOf(zone, date, 2);
  const [first, last] = [days[0]?.start ?? 0, days.at(-1)?.end ?? 0];
  const { data } = await world.ask<{ equipment: { rules: BookingRules }; timeline: { lanes: Lane[] } }>(
    person,
    Timeline,
    {
      id,
      startsAt: iso(first - 120 * minute),
      endsAt: iso(last + 120 * minute),
    },
  );
  if (!data) throw new Error('no timeline');
  const { rules } = data.equipment;
  const moments = days.flatMap((day) =>
    gridPoints(day, rules.gridMinutes).flatMap((point) => (point.minute < 1440 ? [point.at] : [])),
  );
  const limits = startLimits({ now: world.now.getTime(), zone, rules });
  const starts = data.timeline.lanes.flatMap((lane) =>
    freeStretches(lane, { rules, moments, limits }).flatMap((stretch) => stretch.starts),
  );
  return { rules, moments, starts };
}

async function outcome(id: string, start: number, end: number): Promise<string | undefined> {
  const { data } = await world.ask<{ checkBooking: { outcome: string } }>(person, Check, {
    ...{ id, startsAt: iso(start), endsAt: iso(end) },
  });
  return data?.checkBooking.outcome;
}

test.each<[string, Parameters<typeof makeEquipment>[1]]>([
  ['a laser cutter with clean-up', { bufferAfterMinutes: 15, minimumMinutes: 30 }],
  ['a router with set-up and clean-up', { bufferBeforeMinutes: 15, bufferAfterMinutes: 30, minimumMinutes: 60 }],
  ['a hall with an hour on either side', { bufferBeforeMinutes: 60, bufferAfterMinutes: 60, gridMinutes: 60 }],
  ['a studio that wants two hours of notice', { leadMinutes: 120, gridMinutes: 15 }],
  ['a machine that can be booked until tomorrow', { horizonDays: 1, units: 2 }],
])('the page of %s offers exactly the starts that are accepted', async (_, draft) => {
  const { id, units } = await makeEquipment(world, { audience: 'everyone', ...draft });
  const [unit = ''] = units;
  await makeBooking(world, { unit, booker: person, from: '2026-11-25T11:30:00Z', until: '2026-11-25T13:00:00Z' });
  await makeOccupancy(world, { unit, from: '2026-11-25T15:20:00Z', until: '2026-11-25T16:00:00Z' });
  const { rules, moments, starts } = await offered(id, '2026-11-25');
  expect(starts.length).toBeGreaterThan(0);
  const length = rules.minimumMinutes * minute;
  // Every moment of the grid beside an edge of free time, and some in between.
  const sample = moments.filter((at, index) => {
    const is = (moment: number | undefined) => starts.some(({ start }) => start === moment);
    return index % 7 === 0 || is(at) !== is(moments[index - 1]) || is(at) !== is(moments[index + 1]);
  });
  for (const start of sample) {
    const expected = starts.some((each) => each.start === start) ? 'BOOK' : 'REFUSED';
    expect([iso(start), await outcome(id, start, start + length)]).toEqual([iso(start), expected]);
  }
  for (const { start, until } of starts.filter((_start, index) => index % 5 === 0)) {
    expect([iso(start), iso(until), await outcome(id, start, until)]).toEqual([iso(start), iso(until), 'BOOK']);
  }
});
