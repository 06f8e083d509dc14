import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merged, without } from '../../../shared/time/interval.rules.ts';
import { localDayOf, wallMinutesAt } from '../../../shared/time/local-time.rules.ts';
import { effectiveOpening } from './centre-opening.rules.ts';
import { coversDay, type DayException, openIntervals } from './opening.rules.ts';

const zone = 'Europe/Vilnius';
const hour = 3_600_000;
const at = (text: string) => Date.parse(text);
const daily = (opens: string, closes: string) => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes }));
const closed = (startsOn: string, endsOn = startsOn, yearly = false): DayException => ({
  kind: 'closed',
  startsOn,
  endsOn,
  opens: null,
  closes: null,
  yearly,
});
const special = (day: string, opens: string, closes: string, ofEquipment = false): DayException => ({
  kind: 'special_hours',
  startsOn: day,
  endsOn: day,
  opens,
  closes,
  yearly: false,
  ofEquipment,
});
const open = (
  from: string,
  until: string,
  rules: Parameters<typeof openIntervals>[0]['rules'],
  exceptions: DayException[] = [],
) =>
  openIntervals({ rules, exceptions, zone, from: at(from), until: at(until) }).map(
    ({ start, end }) => `${new Date(start).toISOString().slice(0, 16)}/${new Date(end).toISOString().slice(0, 16)}`,
  );

describe('weekly hours', () => {
  test('hold on their weekday in local time, winter and summer', () => {
    const rules = [{ weekday: 3, opens: '09:00', closes: '20:00' }];
    expect(open('2026-11-23T00:00Z', '2026-11-30T00:00Z', rules)).toEqual(['2026-11-25T07:00/2026-11-25T18:00']);
    expect(open('2026-07-06T00:00Z', '2026-07-13T00:00Z', rules)).toEqual(['2026-07-08T06:00/2026-07-08T17:00']);
  });

  test('are cut to the time asked for, whose end is outside', () => {
    const rules = daily('09:00', '20:00');
    expect(open('2026-11-25T10:00Z', '2026-11-25T11:00Z', rules)).toEqual(['2026-11-25T10:00/2026-11-25T11:00']);
    expect(open('2026-11-25T18:00Z', '2026-11-26T07:00Z', rules)).toEqual([]);
    expect(open('2026-11-25T11:00Z', '2026-11-25T11:00Z', rules)).toEqual([]);
    expect(open('2026-11-25T12:00Z', '2026-11-25T11:00Z', rules)).toEqual([]);
  });

  test('join where one ends as the next begins, also at midnight', () => {
    const rules = [
      { weekday: 5, opens: '18:00:00', closes: '24:00:00' },
      { weekday: 6, opens: '00:00:00', closes: '02:00:00' },
      { weekday: 6, opens: '02:00', closes: '03:00' },
    ];
    expect(open('2026-11-26T00:00Z', '2026-11-30T00:00Z', rules)).toEqual(['2026-11-27T16:00/2026-11-28T01:00']);
  });

  test('round the clock are one stretch', () => {
    expect(open('2026-11-20T00:00Z', '2026-12-20T00:00Z', daily('00:00', '24:00'))).toEqual([
      '2026-11-20T00:00/2026-12-20T00:00',
    ]);
  });

  test('that are not there mean never open', () => {
    expect(open('2026-11-20T00:00Z', '2026-12-20T00:00Z', [])).toEqual([]);
  });
});

describe('on the days clocks change in Vilnius', () => {
  test.each([
    // 28 March 2027: 03:00 becomes 04:00, so that 03:00–04:00 does not exist.
    ['2027-03-28', '02:00', '05:00', ['2027-03-28T00:00/2027-03-28T02:00']],
    ['2027-03-28', '03:30', '05:00', ['2027-03-28T01:00/2027-03-28T02:00']],
    ['2027-03-28', '02:00', '03:30', ['2027-03-28T00:00/2027-03-28T01:00']],
    ['2027-03-28', '03:10', '03:50', []],
    ['2027-03-28', '03:00', '04:00', []],
    ['2027-03-28', '09:00', '20:00', ['2027-03-28T06:00/2027-03-28T17:00']],
    ['2027-03-28', '00:00', '24:00', ['2027-03-27T22:00/2027-03-28T21:00']],
    // 25 October 2026: 04:00 becomes 03:00, so that 03:00–04:00 comes twice.
    ['2026-10-25', '02:00', '05:00', ['2026-10-24T23:00/2026-10-25T03:00']],
    ['2026-10-25', '03:00', '04:00', ['2026-10-25T00:00/2026-10-25T02:00']],
    ['2026-10-25', '03:30', '05:00', ['2026-10-25T00:30/2026-10-25T03:00']],
    ['2026-10-25', '02:00', '03:30', ['2026-10-24T23:00/2026-10-25T01:30']],
    ['2026-10-25', '09:00', '20:00', ['2026-10-25T07:00/2026-10-25T18:00']],
    ['2026-10-25', '00:00', '24:00', ['2026-10-24T21:00/2026-10-25T22:00']],
  ])('%s, %s–%s is %j', (date, opens, closes, expected) => {
    const rules = [{ weekday: 7, opens, closes }];
    const noon = at(`${date}T12:00Z`);
    expect(open(new Date(noon - 36 * hour).toISOString(), new Date(noon + 36 * hour).toISOString(), rules)).toEqual(
      expected,
    );
  });
});

describe('exceptions', () => {
  const rules = daily('09:00', '20:00');
  const wednesday = ['2026-11-25T00:00Z', '2026-11-26T00:00Z'] as const;

  test('a closure takes its days out', () => {
    expect(open('2026-11-24T00:00Z', '2026-11-28T00:00Z', rules, [closed('2026-11-25', '2026-11-26')])).toEqual([
      '2026-11-24T07:00/2026-11-24T18:00',
      '2026-11-27T07:00/2026-11-27T18:00',
    ]);
  });

  test('special hours replace the weekly ones, several of a day add up', () => {
    const days = [special('2026-11-25', '10:00', '12:00'), special('2026-11-25', '14:00', '15:00')];
    expect(open(...wednesday, rules, days)).toEqual([
      '2026-11-25T08:00/2026-11-25T10:00',
      '2026-11-25T12:00/2026-11-25T13:00',
    ]);
    expect(open(...wednesday, [], days)).toHaveLength(2);
  });

  test('a closure goes before special hours', () => {
    expect(open(...wednesday, rules, [special('2026-11-25', '10:00', '12:00'), closed('2026-11-25')])).toEqual([]);
  });

  test("an equipment's special hours go before its centre's", () => {
    const days = [special('2026-11-25', '10:00', '12:00'), special('2026-11-25', '14:00', '15:00', true)];
    expect(open(...wednesday, rules, days)).toEqual(['2026-11-25T12:00/2026-11-25T13:00']);
  });

  test.each([
    ['2026-12-24', '2027-01-02', true, '2026-12-31', true],
    ['2026-12-24', '2027-01-02', true, '2030-01-02', true],
    ['2026-12-24', '2027-01-02', true, '2030-01-03', false],
    ['2026-12-24', '2027-01-02', true, '2026-01-01', false],
    ['2026-12-24', '2027-01-02', false, '2027-12-25', false],
    ['2026-02-16', '2026-02-16', true, '2027-02-16', true],
    ['2024-02-29', '2024-02-29', true, '2027-02-28', false],
    ['2024-02-29', '2024-02-29', true, '2028-02-29', true],
  ])('%s to %s (yearly: %s) on %s: %s', (startsOn, endsOn, yearly, date, holds) => {
    expect(coversDay(closed(startsOn, endsOn, yearly), date)).toBe(holds);
  });

  test("an equipment's own hours replace its centre's, and exceptions of both hold", () => {
    const centre = { rules, exceptions: [closed('2026-11-25')] };
    const own = { rules: daily('12:00', '14:00'), exceptions: [closed('2026-11-26')] };
    const { rules: hours, exceptions } = effectiveOpening(centre, own);
    expect(open('2026-11-25T00:00Z', '2026-11-28T00:00Z', hours, [...exceptions])).toEqual([
      '2026-11-27T10:00/2026-11-27T12:00',
    ]);
    expect(effectiveOpening(centre, { rules: [], exceptions: [] }).rules).toBe(rules);
  });
});

const minutes = fc.integer({ min: 0, max: 1440 });
const clock = (value: number) =>
  `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
const weekly = fc
  .tuple(fc.integer({ min: 1, max: 7 }), minutes, minutes)
  .filter(([, a, b]) => a !== b)
  .map(([weekday, a, b]) => ({ weekday, opens: clock(Math.min(a, b)), closes: clock(Math.max(a, b)) }));
const instant = fc.integer({ min: at('2026-10-01T00:00Z') / 60_000, max: at('2027-05-01T00:00Z') / 60_000 });
const zones = fc.constantFrom(zone, 'Europe/Lisbon', 'America/Havana', 'Asia/Beirut', 'UTC');

describe('open stretches, whatever the hours', () => {
  test('are in order, apart and inside the time asked for', () => {
    fc.assert(
      fc.property(fc.array(weekly, { maxLength: 12 }), instant, zones, (rules, start, place) => {
        const from = start * 60_000;
        const until = from + 9 * 24 * hour;
        const result = openIntervals({ rules, exceptions: [], zone: place, from, until });
        let before = from - 1;
        for (const stretch of result) {
          expect(stretch.start).toBeGreaterThan(before);
          expect(stretch.end).toBeGreaterThan(stretch.start);
          before = stretch.end;
        }
        expect(before).toBeLessThanOrEqual(until);
      }),
    );
  });

  test('hold every moment whose clock lies within the hours, and on ordinary days no other', () => {
    fc.assert(
      fc.property(fc.array(weekly, { maxLength: 6 }), instant, zones, (rules, minute, place) => {
        const moment = minute * 60_000;
        const day = localDayOf(place, moment);
        const wall = wallMinutesAt(place, moment);
        const byClock = rules.some(
          (rule) => rule.weekday === day.weekday && clock(wall) >= rule.opens && clock(wall) < rule.closes,
        );
        const listed = openIntervals({ rules, exceptions: [], zone: place, from: moment, until: moment + 60_000 });
        if (byClock) expect(listed).toHaveLength(1);
        else if (day.end - day.start === 24 * hour) expect(listed).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('do not depend on how the time asked for is cut', () => {
    fc.assert(
      fc.property(fc.array(weekly, { maxLength: 6 }), instant, fc.nat(6 * 1440), (rules, start, offset) => {
        const [from, middle, until] = [start, start + offset, start + 7 * 1440].map((value) => value * 60_000) as [
          number,
          number,
          number,
        ];
        const part = (a: number, b: number) => openIntervals({ rules, exceptions: [], zone, from: a, until: b });
        expect(merged([...part(from, middle), ...part(middle, until)])).toEqual(part(from, until));
      }),
    );
  });

  test('split into what is taken and what is left', () => {
    const stretch = fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 60 })).map(([start, length]) => ({
      start,
      end: start + length,
    }));
    const length = (all: readonly { start: number; end: number }[]) =>
      all.reduce((sum, { start, end }) => sum + end - start, 0);
    fc.assert(
      fc.property(fc.array(stretch), fc.array(stretch), (one, other) => {
        const whole = merged(one);
        const left = without(whole, other);
        expect(without(left, other)).toEqual(left);
        expect(length(left) + length(without(whole, left))).toBe(length(whole));
        expect(merged([...left, ...other])).toEqual(merged([...one, ...other]));
      }),
    );
  });
});
