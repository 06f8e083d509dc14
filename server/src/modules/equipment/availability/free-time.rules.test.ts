import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOnGrid } from '../../../shared/time/grid.rules.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import type { BookingRules } from '../items/booking-rules.rules.ts';
import {
  type FreeTimeFacts,
  freeIntervalsByUnit,
  longestIntervals,
  nextFree,
  soughtMinutes,
} from './free-time.rules.ts';

const zone = 'Europe/Vilnius';
const rules: BookingRules = {
  audience: 'network',
  approval: 'none',
  gridMinutes: 30,
  minimumMinutes: 60,
  maximumMinutes: 240,
  leadMinutes: 0,
  horizonDays: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
};

/** A Wednesday in Vilnius, where it is two hours later than UTC. */
const at = (time: string, day = '2026-11-25') => Date.parse(`${day}T${time}:00+02:00`);
const from = (start: string, end: string, day?: string): Interval => ({ start: at(start, day), end: at(end, day) });
const told = (stretch: Interval | undefined) =>
  stretch && [stretch.start, stretch.end].map((each) => new Date(each + 2 * 3_600_000).toISOString().slice(5, 16));

const facts = (
  given: Partial<Omit<FreeTimeFacts, 'rules'>> & { rules?: Partial<BookingRules> } = {},
): FreeTimeFacts => ({
  now: at('10:00'),
  zone,
  open: [from('08:00', '20:00'), from('08:00', '20:00', '2026-11-26')],
  units: [[]],
  ...given,
  rules: { ...rules, ...given.rules },
});

describe('the next free time', () => {
  test.each<[string, Parameters<typeof facts>[0], [string, string] | undefined]>([
    ['is now where nothing is in the way', {}, ['11-25T10:00', '11-25T20:00']],
    ['begins on the grid', { now: at('10:01') }, ['11-25T10:30', '11-25T20:00']],
    ['begins after the lead time', { rules: { leadMinutes: 24 * 60 } }, ['11-26T10:00', '11-26T20:00']],
    ['is the next day where today is too short', { now: at('19:30') }, ['11-26T08:00', '11-26T20:00']],
    ['is after a booking', { units: [[from('09:00', '12:00')]] }, ['11-25T12:00', '11-25T20:00']],
    [
      'passes over a gap shorter than the minimum',
      { units: [[from('09:00', '10:30'), from('11:00', '13:00')]] },
      ['11-25T13:00', '11-25T20:00'],
    ],
    [
      'leaves set-up and clean-up between two bookings',
      {
        units: [[from('09:00', '10:30'), from('12:30', '13:00')]],
        rules: { bufferBeforeMinutes: 30, bufferAfterMinutes: 30 },
      },
      ['11-25T11:00', '11-25T12:00'],
    ],
    [
      'is that of another unit where the first is taken',
      { units: [[from('08:00', '20:00')], [from('10:00', '11:00')]] },
      ['11-25T11:00', '11-25T20:00'],
    ],
    [
      'is the longest of those that begin together',
      { units: [[from('12:00', '13:00')], [from('15:00', '16:00')]] },
      ['11-25T10:00', '11-25T15:00'],
    ],
    ['is nowhere without a unit', { units: [] }, undefined],
    ['is nowhere without hours', { open: [] }, undefined],
    ['is nowhere behind the horizon', { now: at('19:30'), rules: { horizonDays: 0 } }, undefined],
    ['is nowhere after two weeks', { open: [from('08:00', '20:00', '2026-12-10')] }, undefined],
  ])('%s', (_, given, expected) => {
    expect(told(nextFree(facts(given)))).toEqual(expected);
  });
});

describe('sought time', () => {
  test.each([
    ['nothing said', undefined, 60],
    ['less than the minimum', 15, 60],
    ['more than the minimum', 90, 90],
    ['more than the maximum', 241, undefined],
  ])('with %s', (_, minutes, expected) => {
    expect(soughtMinutes(rules, minutes)).toBe(expected);
  });

  test('is found for each unit within the wish alone', () => {
    const units = [[from('12:00', '13:00')], [from('08:00', '20:00')]];
    const byUnit = freeIntervalsByUnit(facts({ units }), { ...from('11:00', '15:00'), minutes: 90 });
    expect(byUnit.map((stretches) => stretches.map(told))).toEqual([[['11-25T13:00', '11-25T15:00']], []]);
  });

  test('is named once where units are free at the same time', () => {
    const stretches = [
      [from('10:00', '12:00'), from('14:00', '16:00')],
      [from('10:00', '12:00'), from('13:00', '16:00')],
    ];
    expect(longestIntervals(stretches).map(told)).toEqual([
      ['11-25T10:00', '11-25T12:00'],
      ['11-25T13:00', '11-25T16:00'],
    ]);
  });

  test('is open, on the grid and free of all that is taken, whatever comes', () => {
    const quarter = 900_000;
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 30 }))
      .map(([start, length]) => ({
        start: at('00:00') + start * quarter,
        end: at('00:00') + (start + length) * quarter,
      }));
    fc.assert(
      fc.property(
        fc.array(stretch, { maxLength: 6 }),
        fc.array(fc.array(stretch, { maxLength: 6 }), { maxLength: 3 }),
        fc.record({
          gridMinutes: fc.constantFrom(15, 20, 30, 60),
          leadMinutes: fc.constantFrom(0, 45, 300),
          bufferBeforeMinutes: fc.constantFrom(0, 10, 30),
          bufferAfterMinutes: fc.constantFrom(0, 15),
        }),
        (opening, units, some) => {
          const open = opening
            .sort((a, b) => a.start - b.start)
            .filter((each, i, all) => i === 0 || (all[i - 1]?.end ?? 0) < each.start);
          const given = facts({ open, units, rules: some });
          for (const [unit, stretches] of freeIntervalsByUnit(given, from('00:00', '23:30')).entries()) {
            for (const { start, end } of stretches) {
              expect(end - start).toBeGreaterThanOrEqual(rules.minimumMinutes * 60_000);
              expect(start).toBeGreaterThanOrEqual(given.now + some.leadMinutes * 60_000);
              expect(end).toBeLessThanOrEqual(at('23:30'));
              expect(isOnGrid(zone, some.gridMinutes, start)).toBe(true);
              expect(open.some((each) => each.start <= start && end <= each.end)).toBe(true);
              const kept = {
                start: start - some.bufferBeforeMinutes * 60_000,
                end: end + some.bufferAfterMinutes * 60_000,
              };
              expect(units[unit]?.some((each) => each.start < kept.end && kept.start < each.end)).toBe(false);
            }
          }
        },
      ),
    );
  });
});
