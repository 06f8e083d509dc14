import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeEquipment, makeOccupancy } from '../../../../test/factories/equipment.ts';
import { type Hours, makeException, makeHours } from '../../../../test/factories/opening.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import type { Context } from '../../../platform/context/context.ts';
import { searchCentres } from '../../directory/search/centre-search.reader.ts';
import { readOpenings } from '../../opening-hours/hours/opening.reader.ts';
import { openAt } from '../../opening-hours/hours/opening-now.rules.ts';
import { loadFirstStarts, loadFreeIntervals } from '../availability/free-time.reader.ts';
import { readEquipment } from '../items/equipment.reader.ts';
import { searchEquipment } from './equipment-search.reader.ts';

/**
 * A search narrows in the database and decides by rules. Here the rules are asked about everything there is, in invented
 * centres, above all in the nights when clocks change: a search finds these and no others.
 */
let world: World;
const zones = ['Europe/Vilnius', 'Europe/Lisbon', 'Atlantic/Azores', 'Europe/London'];
const centres: { id: string; zone: string }[] = [];
const equipment: string[] = [];

const time = fc.constantFrom('00:00', '00:30', '01:15', '01:30', '02:30', '03:00', '03:15', '03:30', '04:00', '08:00');
const laterTime = fc.constantFrom('04:30', '09:00', '12:45', '18:00', '23:30', '24:00');
const day = fc.record({ opens: time, closes: laterTime }).filter(({ opens, closes }) => opens < closes);
const hours = fc.tuple(fc.subarray([1, 2, 3, 4, 5, 6, 7]), day).map(([weekdays, day]): Hours => ({ weekdays, ...day }));
const nightHours = fc.constantFrom<Hours>(
  { opens: '00:30', closes: '01:30' },
  { opens: '01:30', closes: '03:30' },
  { opens: '03:00', closes: '03:30' },
  { opens: '03:30', closes: '04:00' },
);
const week = fc.oneof(
  fc.array(hours, { minLength: 1, maxLength: 3 }),
  nightHours.map((night) => [night]),
);
const exception = fc.record({
  startsOn: fc.constantFrom('2026-10-24', '2026-10-25', '2026-10-26', '2027-03-28', '2024-12-30', '2020-03-27'),
  days: fc.nat({ max: 3 }),
  hours: fc.option(day, { nil: undefined }),
  yearly: fc.boolean(),
});
const taken = fc.record({
  start: fc.nat({ max: 96 * 2 }),
  length: fc.integer({ min: 1, max: 40 }),
  night: fc.constantFrom('2026-10-24T12:00:00Z', '2027-03-27T12:00:00Z'),
});
const rules = fc.record({
  gridMinutes: fc.constantFrom(15, 20, 30, 60),
  minimumMinutes: fc.constantFrom(15, 60, 90),
  maximumMinutes: fc.constantFrom(120, 480),
  leadMinutes: fc.constantFrom(0, 50),
  horizonDays: fc.constantFrom(0, 1, 400),
  bufferBeforeMinutes: fc.constantFrom(0, 10, 30),
  bufferAfterMinutes: fc.constantFrom(0, 15),
});
const place = fc.record({
  zone: fc.constantFrom(...zones),
  week,
  exceptions: fc.array(exception, { maxLength: 2 }),
  machines: fc.array(
    fc.record({
      rules,
      ownWeek: fc.option(week, { nil: undefined, freq: 3 }),
      ownException: fc.option(exception, { nil: undefined, freq: 3 }),
      units: fc.array(fc.array(taken, { maxLength: 4 }), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const lastDay = (startsOn: string, days: number) =>
  new Date(Date.parse(startsOn) + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  world = await embeddedWorld();
  const city = await makeCity(world);
  for (const { zone, week, exceptions, machines } of fc.sample(place, { seed: 20261025, numRuns: 40 })) {
    const centre = await makeCentre(world, { city, zone, hours: week });
    centres.push({ id: centre, zone });
    for (const { startsOn, days, ...rest } of exceptions) {
      await makeException(world, { centre, startsOn, endsOn: lastDay(startsOn, days), ...rest });
    }
    for (const { rules, ownWeek, ownException, units } of machines) {
      const { id, units: unitIds } = await makeEquipment(world, { centre, units: units.length, ...rules });
      equipment.push(id);
      if (ownWeek) await makeHours(world, { centre, equipment: id, hours: ownWeek });
      if (ownException) {
        const { startsOn, days, ...rest } = ownException;
        await makeException(world, { centre, equipment: id, startsOn, endsOn: lastDay(startsOn, days), ...rest });
      }
      for (const [index, unit] of unitIds.entries()) await occupy(unit, units[index] ?? []);
    }
  }
});
afterAll(() => world.close());

/** Takes the stretches in quarters of an hour, those left out that would overlap an earlier one. */
async function occupy(unit: string, stretches: readonly { start: number; length: number; night: string }[]) {
  const reached = new Map<string, number>();
  for (const { start, length, night } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (start < (reached.get(night) ?? 0)) continue;
    reached.set(night, start + length);
    const instant = (quarters: number) => new Date(Date.parse(night) + quarters * 900_000).toISOString();
    await makeOccupancy(world, { unit, from: instant(start), until: instant(start + length) });
  }
}

const quarters = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => new Date(Date.parse(from) + index * 900_000));

test.each(['2026-10-24T21:00:00Z', '2027-03-27T21:00:00Z', '2026-12-30T22:00:00Z'])(
  'the centres a search finds open in the night after %s are those that the rules say',
  async (night) => {
    const ctx = await world.contextFor(null);
    const openings = await readOpenings(
      ctx,
      centres.map(({ id }) => id),
    );
    for (const now of quarters(night, 44)) {
      const { rows } = await searchCentres(
        { ...ctx, now, loaders: new Map() },
        { openNow: true },
        { first: 100, after: undefined },
      );
      const computed = centres.flatMap(({ id, zone }) => {
        const opening = openings.get(id)?.centre ?? { rules: [], exceptions: [] };
        return openAt({ ...opening, zone }, now.getTime()) ? [id] : [];
      });
      expect({ now, open: rows.map(({ id }) => id).sort() }).toEqual({ now, open: computed.sort() });
    }
  },
);

async function found(ctx: Context, free: { from: Date; until: Date; minutes?: number }): Promise<string[]> {
  const { rows } = await searchEquipment(ctx, { free }, { first: 1000, after: undefined });
  return rows.map(({ id }) => id).sort();
}

const window = fc.record({
  night: fc.constantFrom('2026-10-24T18:00:00Z', '2027-03-27T18:00:00Z', '2026-12-30T18:00:00Z'),
  start: fc.nat({ max: 60 }),
  length: fc.integer({ min: 1, max: 100 }),
  minutes: fc.option(fc.constantFrom(15, 45, 60, 180, 600), { nil: undefined }),
  /** Now, in minutes before or after the beginning. */
  ago: fc.integer({ min: -90, max: 3000 }),
});

test('the equipment a search finds free is that which the rules say', async () => {
  const seen = { free: 0, taken: 0 };
  await fc.assert(
    fc.asyncProperty(window, async ({ night, start, length, minutes, ago }) => {
      const from = new Date(Date.parse(night) + start * 900_000);
      const until = new Date(from.getTime() + length * 900_000);
      const sought = { from, until, ...(minutes !== undefined && { minutes }) };
      const ctx = { ...(await world.contextFor(null)), now: new Date(from.getTime() - ago * 60_000) };
      const rows = await readEquipment(ctx, equipment);
      const computed: string[] = [];
      await Promise.all(
        [...rows.values()].map(async (row) => {
          const byUnit = await loadFreeIntervals(ctx, row, sought);
          if (byUnit.some((intervals) => intervals.length > 0)) computed.push(row.id);
          const [first] = byUnit.flatMap(([interval]) => interval?.start ?? []).sort((one, other) => one - other);
          expect((await loadFirstStarts(ctx, row, sought))[0]?.start).toBe(first);
        }),
      );
      seen.free += computed.length;
      seen.taken += equipment.length - computed.length;
      expect(await found({ ...ctx, loaders: new Map() }, sought)).toEqual(computed.sort());
    }),
    { numRuns: 40, seed: 7 },
  );
  expect(seen.free).toBeGreaterThan(200);
  expect(seen.taken).toBeGreaterThan(200);
});
