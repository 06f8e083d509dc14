import { describe, expect, test } from 'vitest';
import { mayArrive, mayBeMissed, minutesLate, momentOf } from './moment.rules.ts';

const at = (clock: string) => Date.parse(`2026-11-27T${clock}:00Z`);
const booking = (state: Parameters<typeof momentOf>[0]['state']) => ({
  ...{ state, startsAt: '2026-11-27T10:00:00Z', endsAt: '2026-11-27T12:00:00Z' },
});

describe('a booking from 10 to 12', () => {
  test.each([
    ['CONFIRMED', '07:59', undefined],
    ['CONFIRMED', '08:00', 'arriving'],
    ['CONFIRMED', '10:00', 'late'],
    ['CONFIRMED', '12:00', undefined],
    ['CHECKED_IN', '09:50', 'using'],
    ['CHECKED_IN', '12:00', undefined],
    ['REQUESTED', '10:30', undefined],
    ['NO_SHOW', '10:30', undefined],
    ['COMPLETED', '11:00', undefined],
  ] as const)('that is %s at %s is %s', (state, clock, moment) => {
    expect(momentOf(booking(state), at(clock))).toBe(moment);
  });

  test.each([
    ['09:44', false, false],
    ['09:45', true, false],
    ['10:14', true, false],
    ['10:15', true, true],
    ['12:00', false, true],
  ])('at %s may be arrived at: %s, be missed: %s', (clock, arrive, missed) => {
    expect(mayArrive(booking('CONFIRMED'), at(clock))).toBe(arrive);
    expect(mayBeMissed(booking('CONFIRMED'), at(clock))).toBe(missed);
  });

  test('is late by whole minutes', () => {
    expect(minutesLate(booking('CONFIRMED'), at('10:07') + 59_000)).toBe(7);
  });
});
