import { expect, test } from 'vitest';
import { dayAsked } from './day.rules.ts';

const now = new Date('2026-11-25T22:30:00Z');

test.each([
  ['Europe/Vilnius', '2026-11-26'],
  ['Europe/Lisbon', '2026-11-25'],
])('today is what the clocks of the centre say: in %s %s', (zone, date) => {
  expect(dayAsked(zone, null, now)?.date).toBe(date);
});

test.each([
  ['2026-03-29', 23],
  ['2026-10-25', 25],
  ['2026-11-25', 24],
])('%s has %i hours in Vilnius', (date, hours) => {
  const day = dayAsked('Europe/Vilnius', date, now);
  expect(day && (day.end - day.start) / 3_600_000).toBe(hours);
});

test.each(['1999-12-31', '0001-01-01', '3000-01-01', '9999-12-31'])('%s is none', (date) => {
  expect(dayAsked('Europe/Vilnius', date, now)).toBeUndefined();
});
