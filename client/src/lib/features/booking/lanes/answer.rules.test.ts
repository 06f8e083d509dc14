import { describe, expect, test } from 'vitest';
import { nearestPick, obstacleAt } from './answer.rules.ts';
import type { Lane } from './lanes.rules.ts';

const at = (clock: string) => Date.parse(`2026-12-01T${clock}:00Z`);
const span = (from: string, until: string) => ({
  startsAt: new Date(at(from)).toISOString(),
  endsAt: new Date(at(until)).toISOString(),
});
const taken = {
  ...span('12:00', '13:00'),
  id: 'o',
  unit: { id: 'u' },
  kind: 'BOOKING' as const,
  waiting: false,
  mine: false,
  note: null,
  booking: null,
};
const lane: Lane = { unit: { id: 'u', name: '1', position: 1 }, open: [span('08:00', '18:00')], occupancies: [taken] };
const facts = { now: at('09:30'), limits: { start: at('10:30'), end: at('17:00') } };

test.each([
  ['taken', '12:30'],
  ['taken', '12:00'],
  ['past', '09:00'],
  ['past', '07:00'],
  ['soon', '10:00'],
  ['narrow', '13:00'],
  ['later', '17:30'],
  ['closed', '18:00'],
])('it is %s at %s', (kind, clock) => {
  expect(obstacleAt(lane, at(clock), facts).kind).toBe(kind);
});

describe('the nearest time to pick', () => {
  const rules = { minimumMinutes: 30, maximumMinutes: 120 };
  const points = Array.from({ length: 49 }, (_, index) => ({ at: at('00:00') + index * 1_800_000 }));
  const stretch = (from: string, until: string) => ({
    start: at(from),
    end: at(until),
    starts: points
      .filter(({ at: start }) => start >= at(from) && start + 1_800_000 <= at(until))
      .map(({ at: start }) => ({ start, until: Math.min(at(until), start + 7_200_000) })),
  });
  const pick = (clock: string, ...free: ReturnType<typeof stretch>[]) => {
    const found = nearestPick(at(clock), free, points, rules, 'u');
    return found && [found.start, found.end].map((each) => new Date(each).toISOString().slice(11, 16)).join('–');
  };

  test.each([
    ['before what is taken, as late as it fits', '12:10', '11:00–12:00'],
    ['after what is taken', '12:50', '13:00–14:00'],
    ['of two as near the later', '12:30', '13:00–14:00'],
    ['at the end of the day', '19:00', '15:00–16:00'],
  ])('is %s', (_, clock, expected) => {
    expect(pick(clock, stretch('10:30', '12:00'), stretch('13:00', '16:00'))).toBe(expected);
  });

  test('is none where nothing is free', () => {
    expect(pick('12:00')).toBeUndefined();
  });
});
