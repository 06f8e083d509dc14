import { describe, expect, test } from 'vitest';
import { nth } from '#lib/testing/nth.ts';
import type { LocalDay } from '#lib/time/local-day.rules.ts';
import { daysOf } from '#lib/time/local-days.server.ts';
import { columnsOf, momentAt, overBefore, placeOf, skippedOn, stretchOn } from './axis.rules.ts';

const zone = 'Europe/Vilnius';
const dayOf = (date: string): LocalDay => nth(daysOf(zone, date, 1), 0);
const wholeDay = ({ start, end }: LocalDay) => [{ start, end }];
const at = (text: string) => Date.parse(text);

describe('the hours of a timeline', () => {
  test('reach from the first open hour to the last', () => {
    const day = dayOf('2026-11-26');
    const columns = columnsOf([day], [{ start: at('2026-11-26T07:30Z'), end: at('2026-11-26T18:00Z') }]);
    expect(columns.map(({ minute }) => minute / 60)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  });

  test('are those of a working day where nothing is open', () => {
    const columns = columnsOf([dayOf('2026-11-29')], []);
    expect([columns[0]?.minute, columns.at(-1)?.minute]).toEqual([480, 1140]);
  });

  test('hold the repeated hour once more for every day of the week with it', () => {
    const week = daysOf(zone, '2026-10-19', 7);
    const columns = columnsOf(week, week.flatMap(wholeDay));
    expect(columns).toHaveLength(25);
    expect(skippedOn(columns, nth(week, 0))).toEqual([{ from: 4 / 25, to: 5 / 25 }]);
    expect(skippedOn(columns, nth(week, 6))).toEqual([]);
  });
});

describe('the hours that are over', () => {
  const day = dayOf('2026-11-26');
  const columns = columnsOf([day], [{ start: at('2026-11-26T08:00Z'), end: at('2026-11-26T17:00Z') }]);
  test.each([
    ['before the first hour', '2026-11-26T05:00Z', 0],
    ['within the first hour', '2026-11-26T08:59Z', 0],
    ['as an hour ends', '2026-11-26T09:00Z', 1],
    ['within the fifth hour', '2026-11-26T12:30Z', 4],
    ['after the last: its end stays in sight', '2026-11-26T20:00Z', 8],
    ['on another day', '2026-11-27T12:30Z', 0],
    ['on the day before', '2026-11-25T12:30Z', 0],
  ])('%s', (_, now, over) => expect(overBefore(columns, day, at(now))).toBe(over));
});

describe('a place along the hours', () => {
  test('is even on an ordinary day', () => {
    const day = dayOf('2026-11-26');
    const columns = columnsOf([day], [{ start: at('2026-11-26T07:00Z'), end: at('2026-11-26T17:00Z') }]);
    expect(placeOf(columns, day, at('2026-11-26T12:00Z'))).toBe(0.5);
    expect(placeOf(columns, day, at('2026-11-26T01:00Z'))).toBe(0);
    expect(placeOf(columns, day, at('2026-11-26T21:00Z'))).toBe(1);
  });

  test('never goes back and leads to its moment again, on days of 23, 24 and 25 hours', () => {
    for (const date of ['2026-11-26', '2027-03-28', '2026-10-25']) {
      const day = dayOf(date);
      const columns = columnsOf([day], wholeDay(day));
      let before = -1;
      for (let moment = day.start; moment < day.end; moment += 900_000) {
        const place = placeOf(columns, day, moment);
        expect(place).toBeGreaterThan(before);
        expect(momentAt(columns, day, place)).toBe(moment);
        before = place;
      }
      expect(placeOf(columns, day, day.end)).toBe(1);
    }
  });

  test('in an hour that the day skips stands for the moment of the change', () => {
    const week = daysOf(zone, '2027-03-22', 7);
    const columns = columnsOf(week, week.flatMap(wholeDay));
    const sunday = nth(week, 6);
    const change = at('2027-03-28T01:00Z');
    expect(skippedOn(columns, sunday)).toEqual([{ from: 3 / 24, to: 4 / 24 }]);
    expect(momentAt(columns, sunday, 3.5 / 24)).toBe(change);
    expect(stretchOn(columns, sunday, { start: at('2027-03-28T00:00Z'), end: at('2027-03-28T02:00Z') })).toEqual({
      from: 2 / 24,
      to: 5 / 24,
    });
  });

  test('is cut at the edges, and none for what lies on another day', () => {
    const day = dayOf('2026-11-26');
    const columns = columnsOf([day], [{ start: at('2026-11-26T07:00Z'), end: at('2026-11-26T17:00Z') }]);
    expect(stretchOn(columns, day, { start: at('2026-11-25T12:00Z'), end: at('2026-11-26T08:00Z') })).toEqual({
      from: 0,
      to: 0.1,
    });
    expect(stretchOn(columns, day, { start: at('2026-11-27T08:00Z'), end: at('2026-11-27T09:00Z') })).toBeUndefined();
    expect(stretchOn(columns, day, { start: at('2026-11-26T04:00Z'), end: at('2026-11-26T05:00Z') })).toBeUndefined();
  });
});
