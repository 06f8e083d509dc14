import { expect, test } from 'vitest';
import { hourAlong } from './day-strip.rules.ts';

const midnight = Date.parse('2026-11-30T00:00:00+02:00');
const hours = (count: number) => midnight + count * 3_600_000;

test.each([
  ['an ordinary day', 24, 12, 0.5],
  ['an ordinary day', 24, 9, 0.375],
  ['the day that skips an hour', 23, 12, 11 / 23],
  ['the day that repeats an hour', 25, 12, 13 / 25],
])('on %s of %d hours the clock shows %d at the share %d', (_day, length, clock, share) => {
  expect(hourAlong(clock, midnight, hours(length))).toBeCloseTo(share, 9);
});
