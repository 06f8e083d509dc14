import { describe, expect, test } from 'vitest';
import { nth } from '#lib/testing/nth.ts';
import {
  addDays,
  clockName,
  gridPoints,
  mondayOf,
  readDate,
  readMoment,
  weekdayOf,
  writeMoment,
} from './local-day.rules.ts';
import { daysOf } from './local-days.server.ts';

const zone = 'Europe/Vilnius';
const only = (date: string, count = 1) => daysOf(zone, date, count);
const iso = (at: number | undefined) => at !== undefined && new Date(at).toISOString();

describe('the hours of a day', () => {
  test('are 24 on most days and begin at local midnight', () => {
    const [day] = only('2026-11-26');
    expect(day?.hours).toHaveLength(24);
    expect(iso(day?.start)).toBe('2026-11-25T22:00:00.000Z');
  });

  test('leave out the hour that spring skips', () => {
    const [day] = only('2027-03-28');
    expect(day?.hours.map(({ minute }) => minute / 60)).toEqual([
      0,
      1,
      2,
      ...Array.from({ length: 20 }, (_, i) => i + 4),
    ]);
  });

  test('hold the hour that autumn repeats twice', () => {
    const [day] = only('2026-10-25');
    expect(day?.hours).toHaveLength(25);
    expect(day?.hours.filter(({ minute }) => minute === 180).map(({ repeated }) => repeated)).toEqual([false, true]);
  });

  test('follow each other without holes over a week with a change of clocks, in any zone', () => {
    for (const place of [zone, 'Europe/Lisbon', 'Pacific/Auckland', 'America/St_Johns']) {
      const hours = daysOf(place, '2026-10-22', 7).flatMap((day) => day.hours);
      for (const [index, hour] of hours.entries()) if (index > 0) expect(hour.start).toBe(hours[index - 1]?.end);
      expect((Number(hours.at(-1)?.end) - Number(hours[0]?.start)) / 3_600_000).toBeGreaterThanOrEqual(168);
    }
  });
});

describe('points of the grid', () => {
  test('lie on multiples of the grid after local midnight and end with 24:00', () => {
    const points = gridPoints(nth(only('2026-11-26'), 0), 45).map(clockName);
    expect(points.slice(0, 3)).toEqual(['00:00', '00:45', '01:30']);
    expect(points.at(-1)).toBe('24:00');
  });

  test('name the second showing of a repeated half hour apart', () => {
    const points = gridPoints(nth(only('2026-10-25'), 0), 30);
    expect(points.map(clockName).slice(6, 11)).toEqual(['03:00', '03:30', '03:00B', '03:30B', '04:00']);
    expect(nth(points, 8).at - nth(points, 6).at).toBe(3_600_000);
  });
});

describe('a moment in an address', () => {
  test('comes back as it was written, on every grid point of ordinary and of changed days', () => {
    for (const date of ['2026-11-26', '2027-03-28', '2026-10-25']) {
      const days = only(date, 2);
      for (const day of days) {
        for (const { at } of gridPoints(day, 15)) {
          const written = writeMoment(at, days);
          if (at !== days[1]?.end) expect(readMoment(written, days)).toBe(at);
        }
      }
    }
  });

  test('carries its date where it lies on the next day', () => {
    const days = only('2026-11-26', 2);
    expect(writeMoment(Date.parse('2026-11-26T23:00:00Z'), days)).toBe('2026-11-27T01:00');
    expect(iso(readMoment('2026-11-27T01:00', days))).toBe('2026-11-26T23:00:00.000Z');
    expect(writeMoment(nth(days, 0).end, days)).toBe('24:00');
  });

  test('is none where clocks never show it or it is no time', () => {
    expect(readMoment('03:30', only('2027-03-28'))).toBeUndefined();
    expect(readMoment('03:30B', only('2026-11-26'))).toBeUndefined();
    for (const text of ['', '9:00', '14:75', '25:00', 'now', '2026-11-29T10:00', null]) {
      expect(readMoment(text, only('2026-11-26'))).toBeUndefined();
    }
  });
});

describe('days of the calendar', () => {
  test('go over ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });

  test('belong to the week of their Monday', () => {
    expect(mondayOf('2026-11-26')).toBe('2026-11-23');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  });

  test.each([
    ['2026-11-30', 1],
    ['2026-12-06', 7],
  ])('tell their weekday: %s is day %i of its week', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  test('are read only where they exist', () => {
    expect(readDate('2026-11-26')).toBe('2026-11-26');
    for (const text of ['2026-02-30', '2026-13-01', '26-11-26', 'tomorrow', '9999-01-01', '', null]) {
      expect(readDate(text)).toBeUndefined();
    }
  });
});
