import { expect, test } from 'vitest';
import { byHour } from './by-hour.rules.ts';

const clock = (at: string) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Vilnius' }).format(
    new Date(at),
  );
const at = (...starts: string[]) => starts.map((startsAt) => ({ startsAt }));
const shape = (starts: ReturnType<typeof at>, day: string) =>
  byHour(starts, day, clock).map(({ hour, bookings }) => [hour, bookings.length]);

test('a day is told by its hours, what began before it first', () => {
  const starts = at(
    '2026-11-25T20:00:00Z',
    '2026-11-25T22:00:00Z',
    '2026-11-26T07:00:00Z',
    '2026-11-26T07:45:00Z',
    '2026-11-26T08:00:00Z',
  );
  expect(shape(starts, '2026-11-25T22:00:00Z')).toEqual([
    [undefined, 1],
    ['00:00', 1],
    ['09:00', 2],
    ['10:00', 1],
  ]);
});

test('the hour that autumn repeats is told once', () => {
  const starts = at('2026-10-25T00:00:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T02:00:00Z');
  expect(shape(starts, '2026-10-24T21:00:00Z')).toEqual([
    ['03:00', 3],
    ['04:00', 1],
  ]);
});
