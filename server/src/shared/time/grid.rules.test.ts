import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fittingStarts, gridStarts, isOnGrid, nearestStarts, nextOnGrid } from './grid.rules.ts';

const zone = 'Europe/Vilnius';
const minute = 60_000;
const day = 1440 * minute;
const at = (text: string) => Date.parse(text);
const clocks = (starts: readonly number[]) => starts.map((start) => new Date(start).toISOString().slice(8, 16));

describe('the grid of starts', () => {
  test.each<[string, number, string, string, string[]]>([
    ['an ordinary morning', 30, '2026-11-25T08:10Z', '2026-11-25T09:30Z', ['25T08:30', '25T09:00']],
    [
      'a grid that does not divide the day begins anew at midnight',
      50,
      '2026-11-25T21:00Z',
      '2026-11-26T00:00Z',
      ['25T21:20', '25T22:00', '25T22:50', '25T23:40'],
    ],
    [
      'four hours by the clock on the day spring skips one',
      240,
      '2027-03-27T22:00Z',
      '2027-03-28T12:00Z',
      ['27T22:00', '28T01:00', '28T05:00', '28T09:00'],
    ],
    [
      'a time that is skipped is no start',
      90,
      '2027-03-27T22:00Z',
      '2027-03-28T04:00Z',
      ['27T22:00', '27T23:30', '28T01:30', '28T03:00'],
    ],
    [
      'both of a time that comes twice',
      60,
      '2026-10-25T00:00Z',
      '2026-10-25T03:00Z',
      ['25T00:00', '25T01:00', '25T02:00'],
    ],
    ['nothing in no time', 30, '2026-11-25T08:00Z', '2026-11-25T08:00Z', []],
  ])('%s', (_, grid, from, until, expected) => {
    expect(clocks(gridStarts(zone, grid, at(from), at(until)))).toEqual(expected);
  });

  test('has both midnights of a night whose midnight comes twice', () => {
    const starts = gridStarts('America/Havana', 30, at('2026-11-01T04:00Z'), at('2026-11-01T06:00Z'));
    expect(clocks(starts)).toEqual(['01T04:00', '01T04:30', '01T05:00', '01T05:30']);
  });

  test('has every moment on it and no other, in order', () => {
    const anyTime = fc.integer({ min: at('2026-10-20T00:00Z') / minute, max: at('2027-04-05T00:00Z') / minute });
    const anyGrid = fc.constantFrom(5, 7, 15, 30, 60, 90, 240, 1440);
    const anyZone = fc.constantFrom(zone, 'Europe/Lisbon', 'America/Havana', 'Asia/Beirut');
    fc.assert(
      fc.property(anyTime, anyGrid, anyZone, (start, grid, place) => {
        const from = start * minute;
        const starts = gridStarts(place, grid, from, from + day);
        const minutes = Array.from({ length: 1440 }, (_, index) => from + index * minute);
        expect(starts).toEqual(minutes.filter((moment) => isOnGrid(place, grid, moment)));
        expect(nextOnGrid(place, grid, from)).toBe(gridStarts(place, grid, from, from + 2 * day)[0]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('choosing starts', () => {
  test('a start fits where its whole slot lies in one stretch', () => {
    const stretches = [
      { start: 10, end: 20 },
      { start: 20, end: 25 },
      { start: 40, end: 60 },
    ];
    const starts = Array.from({ length: 60 }, (_, start) => start);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), (duration) => {
        expect(fittingStarts(starts, stretches, duration)).toEqual(
          starts.filter((start) => stretches.some((each) => each.start <= start && start + duration <= each.end)),
        );
      }),
    );
  });

  test('the nearest do not overlap, and of two as near the later comes first', () => {
    expect(nearestStarts([0, 30, 60, 90, 120, 180], 90, 60, 3)).toEqual([90, 30, 180]);
    expect(nearestStarts([60, 120], 90, 60, 1)).toEqual([120]);
    expect(nearestStarts([], 90, 60, 3)).toEqual([]);
  });
});
