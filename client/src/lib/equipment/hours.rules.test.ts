import { describe, expect, test } from 'vitest';
import { hoursInLines } from './hours.rules.ts';

const day = (weekday: number, opens = '09:00', closes = '20:00') => ({ weekday, opens, closes });

describe('opening hours of a week', () => {
  test('put weekdays in a row with equal hours together', () => {
    const week = [1, 2, 3, 4, 5].map((weekday) => day(weekday));
    expect(hoursInLines([...week, day(6, '10:00', '16:00')])).toEqual([
      { first: 1, last: 5, hours: [{ opens: '09:00', closes: '20:00' }] },
      { first: 6, last: 6, hours: [{ opens: '10:00', closes: '16:00' }] },
      { first: 7, last: 7, hours: [] },
    ]);
  });

  test('keep a closed day in the middle apart', () => {
    expect(hoursInLines([day(1), day(3)]).map(({ first, last }) => [first, last])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 7],
    ]);
  });

  test('hold a break at noon, whatever the order they come in', () => {
    expect(
      hoursInLines([day(1, '14:00', '18:00'), day(1, '09:00', '13:00')])[0]?.hours.map(({ opens }) => opens),
    ).toEqual(['09:00', '14:00']);
  });
});
