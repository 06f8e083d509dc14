import { expect, test } from 'vitest';
import { byWeek, daysLeft } from './notice.rules.ts';

test.each([
  ['2026-11-30', 0],
  ['2026-12-04', 4],
  ['2026-12-07', 7],
  ['2026-12-08', undefined],
  ['2026-11-29', undefined],
  [null, undefined],
])('a post that ends on %s has %s days left on 30 November', (lastDay, left) => {
  expect(daysLeft(lastDay, '2026-11-30')).toBe(left);
});

test('days stand under the Monday of their week, over the end of a year too', () => {
  const days = ['2026-12-27', '2026-12-28', '2027-01-03', '2027-01-04'];
  expect(byWeek(days, (day) => day)).toEqual([
    { monday: '2026-12-21', things: ['2026-12-27'] },
    { monday: '2026-12-28', things: ['2026-12-28', '2027-01-03'] },
    { monday: '2027-01-04', things: ['2027-01-04'] },
  ]);
});
