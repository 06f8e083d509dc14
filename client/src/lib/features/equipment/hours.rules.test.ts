import { describe, expect, test } from 'vitest';
import { comingDays, hoursInLines, isDifferent } from './hours.rules.ts';

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

describe('days that differ', () => {
  const yearly = (startsOn: string, endsOn = startsOn) => ({ startsOn, endsOn, yearly: true });
  const once = (startsOn: string, endsOn = startsOn) => ({ startsOn, endsOn, yearly: false });
  const dates = (days: Parameters<typeof comingDays>[0], most = 9) =>
    comingDays(days, '2026-11-26', most).map(({ startsOn }) => startsOn);

  test('come back every year, the nearest first', () => {
    expect(dates([yearly('2025-01-01'), yearly('2025-12-24', '2025-12-26'), yearly('2027-02-16')])).toEqual([
      '2026-12-24',
      '2027-01-01',
      '2027-02-16',
    ]);
  });

  test('are left out once they are over, and are still there on their last day', () => {
    expect(dates([once('2026-11-20', '2026-11-25'), once('2026-11-20', '2026-11-26')])).toEqual(['2026-11-20']);
  });

  test('may reach over the new year', () => {
    expect(comingDays([yearly('2024-12-24', '2025-01-06')], '2026-01-03', 1)).toEqual([
      yearly('2025-12-24', '2026-01-06'),
    ]);
  });

  test('count as such on each of their days, this year as well', () => {
    const days = [yearly('2025-12-24', '2025-12-26'), once('2026-12-30')];
    const told = ['2026-12-23', '2026-12-24', '2026-12-26', '2026-12-27', '2026-12-30'];
    expect(told.filter((date) => isDifferent(days, date))).toEqual(['2026-12-24', '2026-12-26', '2026-12-30']);
  });

  test('are no more than asked for', () => {
    expect(dates([once('2026-12-01'), once('2026-12-02')], 1)).toEqual(['2026-12-01']);
  });
});
