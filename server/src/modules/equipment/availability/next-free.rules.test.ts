import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openIntervals } from '../../opening-hours/hours/opening.rules.ts';
import { type FreeTimeFacts, nextFree, nextFreeReach } from './free-time.rules.ts';
import { keptWindow, longestKept, nextFreeToKeep, withinReach } from './next-free.rules.ts';

const hour = 3_600_000;
const day = 24 * hour;
const zone = 'Europe/Vilnius';
const clock = fc.constantFrom('00:00', '08:00', '09:30', '13:00');
const later = fc.constantFrom('14:00', '18:15', '24:00');
const rules = fc.record({
  gridMinutes: fc.constantFrom(15, 30, 60, 240),
  minimumMinutes: fc.constantFrom(15, 60, 480),
  maximumMinutes: fc.constantFrom(60, 600),
  leadMinutes: fc.constantFrom(0, 45, 1440),
  horizonDays: fc.constantFrom(0, 1, 13, 14, 60),
  bufferBeforeMinutes: fc.constantFrom(0, 20),
  bufferAfterMinutes: fc.constantFrom(0, 15),
});
const place = fc.record({
  // Around the nights when clocks change, and any other time.
  now: fc
    .constantFrom('2026-10-20T10:00:00Z', '2027-03-20T10:00:00Z', '2026-11-25T08:00:00Z')
    .chain((base) =>
      fc.integer({ min: 0, max: 6 * 24 * 60 }).map((minutes) => Date.parse(base) + minutes * 60_000 + 1),
    ),
  rules,
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  opens: clock,
  closes: later,
  /** Taken hours of each unit, as pairs of a beginning and a length; long ones make everything full. */
  units: fc.array(
    fc.array(fc.tuple(fc.integer({ min: -24, max: 16 * 24 }), fc.constantFrom(1, 5, 30, 24 * 8, 24 * 14)), {
      maxLength: 6,
    }),
    { maxLength: 3 },
  ),
});

test('a kept answer is the one that would be found, as long as it holds', () => {
  const seen = { free: 0, none: 0 };
  fc.assert(
    fc.property(place, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
      const { now, rules, weekdays, opens, closes } = given;
      const units = given.units.map((unit) =>
        unit.map(([start, length]) => ({ start: now + start * hour, end: now + (start + length) * hour })),
      );
      const opening = { rules: weekdays.map((weekday) => ({ weekday, opens, closes })), exceptions: [] };
      const factsAt = (instant: number, until: number): FreeTimeFacts => ({
        now: instant,
        zone,
        rules,
        open: openIntervals({ ...opening, zone, from: instant, until }),
        units,
      });
      const kept = nextFreeToKeep(factsAt(now, keptWindow(now).end));
      expect(kept.holdsUntil).toBeGreaterThanOrEqual(now);
      expect(kept.holdsUntil).toBeLessThanOrEqual(now + longestKept);
      for (const moment of [now, kept.holdsUntil, Math.round(now + share * (kept.holdsUntil - now))]) {
        const found = nextFree(factsAt(moment, moment + nextFreeReach));
        expect(kept.free && withinReach(kept.free, moment)).toEqual(found);
        seen[found ? 'free' : 'none'] += 1;
      }
    }),
    { numRuns: 800, seed: 20261123 },
  );
  expect(seen.free).toBeGreaterThan(250);
  expect(seen.none).toBeGreaterThan(250);
});

test('an answer ends to hold as soon as another is true', () => {
  const now = Date.parse('2026-11-25T08:10:00Z');
  const facts = {
    now,
    zone,
    rules: {
      ...{ gridMinutes: 30, minimumMinutes: 30, maximumMinutes: 240, leadMinutes: 0, horizonDays: 60 },
      ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
    },
    open: [{ start: now, end: now + 20 * day }],
    units: [[]],
  };
  const kept = nextFreeToKeep(facts);
  expect(new Date(kept.holdsUntil).toISOString()).toBe('2026-11-25T08:30:00.000Z');
  expect(nextFree({ ...facts, now: kept.holdsUntil + 1 })?.start).toBe(Date.parse('2026-11-25T09:00:00Z'));
});
