import { expect, test } from 'vitest';
import { dayOf, stretchesOf } from './day.rules.ts';

test('a day of 25 hours is one strip as well', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 9, 24, 21 + hour)).toISOString();
  expect(
    stretchesOf([
      { startsAt: at(0), endsAt: at(10), kind: 'CLOSED' },
      { startsAt: at(10), endsAt: at(25), kind: 'FREE' },
    ]),
  ).toEqual([
    { from: 0, to: 0.4, kind: 'closed' },
    { from: 0.4, to: 1, kind: 'free' },
  ]);
});

test('hours of a centre are shares of its day', () => {
  expect(dayOf([{ opens: '06:00', closes: '24:00' }])).toEqual([{ from: 0.25, to: 1, kind: 'free' }]);
});
