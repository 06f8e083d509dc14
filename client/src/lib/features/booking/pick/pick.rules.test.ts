import { startsInRoom } from '@talka/server/modules/equipment/availability/room.rules.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nth } from '#lib/testing/nth.ts';
import { gridPoints } from '#lib/time/local-day.rules.ts';
import { daysOf } from '#lib/time/local-days.server.ts';
import {
  endFor,
  extendPick,
  moveDay,
  movePick,
  type Picked,
  pickAfterKey,
  pickAt,
  pickBetween,
  shiftPick,
} from './pick.rules.ts';

const minute = 60_000;
const rules = { minimumMinutes: 30, maximumMinutes: 240 };
const pointsOf = (date: string, grid = 30) => gridPoints(nth(daysOf('Europe/Vilnius', date, 1), 0), grid);
const points = pointsOf('2026-11-26');
const at = (clock: string) => Date.parse(`2026-11-26T${clock}:00+02:00`);
const pick = (from: string, to: string, unitId: string | null = null): Picked => ({
  unitId,
  start: at(from),
  end: at(to),
});
const open = { start: at('09:00'), end: at('20:00') };

describe('a tap on free time', () => {
  /** Free time as a lane tells it: every start with its latest end. */
  const free = (from: string, to: string) => ({
    starts: startsInRoom(
      {
        rules: { ...rules, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
        open: [{ start: at(from), end: at(to) }],
        busy: [],
      },
      points.map((point) => point.at),
    ),
  });

  test('takes an hour from the grid point before it', () => {
    expect(pickAt(at('14:20'), free('09:00', '20:00'), points, rules, 'one')).toEqual(pick('14:00', '15:00', 'one'));
  });

  test('stays in the free stretch, slid back from its end until the usual length fits', () => {
    expect(pickAt(at('19:40'), free('09:00', '20:00'), points, rules, null)).toEqual(pick('19:00', '20:00'));
    expect(pickAt(at('12:15'), free('12:10', '13:00'), points, rules, null)).toEqual(pick('12:30', '13:00'));
    expect(pickAt(at('12:55'), free('12:10', '12:50'), points, rules, null)).toBeUndefined();
  });

  test('ends where the free time does, also off the grid where only the shortest booking fits', () => {
    expect(endFor(at('14:00'), points, rules, at('14:50'))).toBe(at('14:30'));
    expect(endFor(at('14:00'), points, { minimumMinutes: 45, maximumMinutes: 240 }, at('14:50'))).toBe(at('14:45'));
  });

  test('takes the shortest booking where it is longer than an hour, the longest where it is shorter', () => {
    expect(endFor(at('10:00'), points, { minimumMinutes: 120, maximumMinutes: 240 })).toBe(at('12:00'));
    expect(endFor(at('10:00'), points, { minimumMinutes: 15, maximumMinutes: 30 })).toBe(at('10:30'));
  });
});

describe('a drag', () => {
  test('covers what it touches, in either direction', () => {
    expect(pickBetween(at('14:10'), at('15:40'), points, rules, null)).toEqual(pick('14:00', '16:00'));
    expect(pickBetween(at('15:40'), at('14:10'), points, rules, null)).toEqual(pick('14:00', '16:00'));
  });

  test('is never shorter or longer than a booking may be, from any two moments', () => {
    const moment = fc.integer({ min: open.start, max: open.end });
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        const { start, end } = pickBetween(one, other, points, rules, null);
        expect(end - start).toBeGreaterThanOrEqual(30 * minute);
        expect(end - start).toBeLessThanOrEqual(240 * minute);
        expect(points.some((point) => point.at === start) && points.some((point) => point.at === end)).toBe(true);
      }),
    );
  });
});

describe('keys', () => {
  const space = { points, rules, units: ['one', 'two'], down: false };

  test('along time move the pick by the grid, with Shift they move its end', () => {
    expect(pickAfterKey(pick('14:00', '16:00'), 'ArrowRight', false, space)).toEqual(pick('14:30', '16:30'));
    expect(pickAfterKey(pick('14:00', '16:00'), 'ArrowLeft', false, space)).toEqual(pick('13:30', '15:30'));
    expect(pickAfterKey(pick('14:00', '16:00'), 'ArrowRight', true, space)).toEqual(pick('14:00', '16:30'));
    expect(pickAfterKey(pick('14:00', '14:30'), 'ArrowLeft', true, space)).toEqual(pick('14:00', '14:30'));
  });

  test('across time change the unit and stop at the first and the last', () => {
    expect(pickAfterKey(pick('14:00', '16:00', 'one'), 'ArrowDown', false, space)?.unitId).toBe('two');
    expect(pickAfterKey(pick('14:00', '16:00', 'two'), 'ArrowDown', false, space)?.unitId).toBe('two');
    expect(pickAfterKey(pick('14:00', '16:00'), 'ArrowUp', false, space)?.unitId).toBe('one');
  });

  test('turn with the timeline', () => {
    expect(pickAfterKey(pick('14:00', '16:00'), 'ArrowDown', false, { ...space, down: true })).toEqual(
      pick('14:30', '16:30'),
    );
  });

  test('other than arrows are left alone', () => {
    expect(pickAfterKey(pick('14:00', '16:00'), 'a', false, space)).toBeUndefined();
  });

  test('bring a pick off the grid onto it', () => {
    expect(movePick(pick('14:10', '15:10'), 1, points)).toEqual(pick('14:30', '15:30'));
    expect(movePick(pick('14:10', '15:10'), -1, points)).toEqual(pick('14:00', '15:00'));
    expect(extendPick(pick('14:00', '15:10'), 1, points, rules)).toEqual(pick('14:00', '15:30'));
  });

  test('stop at both ends of the day', () => {
    expect(movePick(pick('00:00', '01:00'), -1, points)).toEqual(pick('00:00', '01:00'));
    expect(movePick({ ...pick('23:00', '23:30'), end: nth(points, points.length - 1).at }, 1, points).start).toBe(
      at('23:00'),
    );
  });

  test('go through a repeated hour one real half hour at a time', () => {
    const autumn = pointsOf('2026-10-25');
    let moved: Picked = { unitId: null, start: nth(autumn, 6).at, end: nth(autumn, 7).at };
    for (let step = 7; step <= 10; step += 1) {
      moved = movePick(moved, 1, autumn);
      expect(moved).toEqual({ unitId: null, start: nth(autumn, step).at, end: nth(autumn, step).at + 30 * minute });
    }
  });

  test('jump over a skipped hour', () => {
    const spring = pointsOf('2027-03-28');
    const before = { unitId: null, start: nth(spring, 5).at, end: nth(spring, 6).at };
    expect(spring[5]).toMatchObject({ minute: 150 });
    expect(movePick(before, 1, spring).start).toBe(nth(spring, 6).at);
    expect(spring[6]).toMatchObject({ minute: 240 });
  });
});

describe('a pick that is dragged as a whole', () => {
  test('goes to the nearest grid point and keeps its length', () => {
    expect(shiftPick(pick('14:00', '16:00'), 40 * minute, points)).toEqual(pick('14:30', '16:30'));
    expect(shiftPick(pick('14:00', '16:00'), -50 * minute, points)).toEqual(pick('13:00', '15:00'));
  });
});

describe('a pick that goes to another day', () => {
  const days = daysOf('Europe/Vilnius', '2026-10-24', 3).flatMap((day) => gridPoints(day, 30));
  const noon = Date.parse('2026-10-24T12:00:00+03:00');

  test('keeps its clock where clocks change in between', () => {
    const moved = moveDay({ unitId: null, start: noon, end: noon + 60 * minute }, 1, days);
    expect(moved).toEqual({ unitId: null, start: noon + 25 * 60 * minute, end: noon + 26 * 60 * minute });
  });

  test('stays where that day is not shown', () => {
    const before = { unitId: null, start: noon, end: noon + 60 * minute };
    expect(moveDay(before, -1, days)).toEqual(before);
  });
});
