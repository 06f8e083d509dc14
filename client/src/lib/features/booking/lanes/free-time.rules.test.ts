import { freeStarts, startLimits } from '@talka/server/modules/equipment/availability/free-starts.rules.ts';
import { openIntervals } from '@talka/server/modules/opening-hours/hours/opening.rules.ts';
import { gridStarts } from '@talka/server/shared/time/grid.rules.ts';
import type { Interval } from '@talka/server/shared/time/interval.rules.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nth } from '#lib/testing/nth.ts';
import { gridPoints } from '#lib/time/local-day.rules.ts';
import { daysOf } from '#lib/time/local-days.server.ts';
import { freeStretches, laneState, stretchesOf } from './free-time.rules.ts';
import type { Lane, Taken } from './lanes.rules.ts';

const at = (clock: string) => `2026-11-26T${clock}:00.000Z`;
const ms = (clock: string) => Date.parse(at(clock));
const minute = 60_000;
const api = ({ start, end }: Interval) => ({
  startsAt: new Date(start).toISOString(),
  endsAt: new Date(end).toISOString(),
});

const taken = (id: string, from: string, to: string, more: Partial<Taken> = {}): Taken => ({
  ...{
    id,
    unit: { id: 'one' },
    startsAt: at(from),
    endsAt: at(to),
    kind: 'BOOKING',
    waiting: false,
    mine: false,
    note: null,
  },
  booking: null,
  ...more,
});
const lane = (occupancies: Taken[], open = [{ startsAt: at('09:00'), endsAt: at('20:00') }]): Lane => ({
  unit: { id: 'one', name: 'one', position: 1 },
  open,
  occupancies,
});
const rules = { minimumMinutes: 30, maximumMinutes: 600, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
const moments = Array.from({ length: 48 }, (_, index) => ms('00:00') + index * 30 * minute);
const facts = (from: string, change: Partial<typeof rules> = {}, until = '23:59') => ({
  ...{ rules: { ...rules, ...change }, moments, limits: { start: ms(from), end: ms(until) } },
});
const spans = (stretches: readonly Interval[]) =>
  stretches.map(({ start, end }) => [start, end].map((each) => new Date(each).toISOString().slice(11, 16)).join('–'));

const busy = lane([taken('a', '10:00', '13:00'), taken('m', '16:00', '17:00', { kind: 'MAINTENANCE' })]);

describe('free time of a lane', () => {
  test('is what is open, not taken, after the lead time and before the end of the horizon', () => {
    expect(spans(freeStretches(busy, facts('09:20')))).toEqual(['09:30–10:00', '13:00–16:00', '17:00–20:00']);
    expect(spans(freeStretches(busy, facts('09:20', {}, '14:00')))).toEqual(['09:30–10:00', '13:00–16:00']);
    expect(spans(freeStretches(busy, facts('14:10')))).toEqual(['14:30–16:00', '17:00–20:00']);
  });

  test('keeps set-up and clean-up of a new booking clear of others', () => {
    const buffers = { bufferBeforeMinutes: 15, bufferAfterMinutes: 30 };
    expect(spans(freeStretches(busy, facts('00:00', buffers)))).toEqual(['09:00–09:30', '13:30–15:30', '17:30–20:00']);
    expect(spans(freeStretches(busy, facts('00:00', { ...buffers, minimumMinutes: 60 })))).toEqual([
      '13:30–15:30',
      '17:30–20:00',
    ]);
  });

  test('counts the booking that is being moved as free', () => {
    const booking = { id: 'B', startsAt: at('10:00'), endsAt: at('12:45'), booker: null };
    const mine = lane([taken('a', '10:00', '13:00', { booking })]);
    expect(spans(freeStretches(mine, { ...facts('00:00'), moving: 'B' }))).toEqual(['09:00–20:00']);
  });

  test('in a word: now, from a time on, not any more, under upkeep or closed', () => {
    const day = { start: ms('00:00'), end: ms('23:59') };
    const state = (now: string, lead = 0, of = busy) => {
      const free = freeStretches(of, { ...facts(now), limits: { start: ms(now) + lead * minute, end: ms('23:59') } });
      return laneState(of, free, { day, now: ms(now), gridMinutes: 30 });
    };
    expect(state('14:00')).toEqual({ kind: 'freeNow' });
    expect(state('14:10')).toEqual({ kind: 'freeNow' });
    expect(state('14:00', 60)).toEqual({ kind: 'freeFrom', at: ms('15:00') });
    expect(state('09:45')).toEqual({ kind: 'freeFrom', at: ms('13:00') });
    expect(state('19:45')).toEqual({ kind: 'none' });
    expect(state('16:10')).toEqual({ kind: 'upkeepUntil', at: ms('17:00') });
    expect(state('16:10', 0, lane([], []))).toEqual({ kind: 'closed' });
  });

  test('as a list tells everything in order, also what is too short or not bookable yet', () => {
    const listed = (given: ReturnType<typeof facts>) =>
      stretchesOf(busy, freeStretches(busy, given), given.limits).map(({ kind, start, end }) => [
        kind,
        ...spans([{ start, end }]),
      ]);
    expect(listed(facts('14:00'))).toEqual([
      ['past', '09:00–10:00'],
      ['taken', '10:00–13:00'],
      ['past', '13:00–14:00'],
      ['free', '14:00–16:00'],
      ['taken', '16:00–17:00'],
      ['free', '17:00–20:00'],
    ]);
    expect(listed(facts('00:00', { bufferBeforeMinutes: 60, maximumMinutes: 60 }, '18:00'))).toEqual([
      ['free', '09:00–10:00'],
      ['taken', '10:00–13:00'],
      ['narrow', '13:00–14:00'],
      ['free', '14:00–16:00'],
      ['taken', '16:00–17:00'],
      ['narrow', '17:00–18:00'],
      ['later', '18:00–20:00'],
    ]);
  });
});

describe('whatever the calendar, the rules, the zone and the clocks', () => {
  const zones = fc.constantFrom('Europe/Vilnius', 'Europe/Lisbon', 'Pacific/Chatham');
  const dates = fc.constantFrom('2026-11-25', '2026-10-25', '2027-03-28', '2026-10-24', '2027-03-27');

  test('the grid of a day is the one that the server counts', () => {
    fc.assert(
      fc.property(zones, dates, fc.constantFrom(5, 10, 15, 30, 45, 60, 120), (zone, date, grid) => {
        const day = nth(daysOf(zone, date, 1), 0);
        const shown = gridPoints(day, grid).filter((point) => point.minute < 1440);
        expect(shown.map((point) => point.at)).toEqual(gridStarts(zone, grid, day.start, day.end));
      }),
    );
  });

  test('a page offers exactly the starts that the server accepts, each until the same end', () => {
    const clocks = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 24 })).map(([opens, long]) => ({
      opens: `${String(opens).padStart(2, '0')}:15`,
      closes: opens + long >= 24 ? '24:00' : `${String(opens + long).padStart(2, '0')}:00`,
    }));
    const given = fc.record({
      zone: zones,
      date: dates,
      hours: fc.array(clocks, { minLength: 1, maxLength: 3 }),
      now: fc.integer({ min: -2000, max: 1000 }),
      gridMinutes: fc.constantFrom(5, 15, 30, 45, 60, 120),
      minimumMinutes: fc.constantFrom(15, 30, 90),
      longer: fc.constantFrom(0, 45, 300),
      leadMinutes: fc.constantFrom(0, 45, 600),
      horizonDays: fc.constantFrom(0, 1, 2, 30),
      bufferBeforeMinutes: fc.constantFrom(0, 10, 45),
      bufferAfterMinutes: fc.constantFrom(0, 15, 60),
      busy: fc.array(fc.tuple(fc.integer({ min: -100, max: 2000 }), fc.integer({ min: 5, max: 300 })), {
        maxLength: 5,
      }),
    });
    fc.assert(
      fc.property(given, ({ zone, date, hours, now: minutes, longer, busy, ...some }) => {
        const days = daysOf(zone, date, 2);
        const [first, last] = [nth(days, 0), nth(days, 1)];
        const now = first.start + minutes * minute;
        const rules = {
          ...some,
          audience: 'everyone' as const,
          approval: 'none' as const,
          maximumMinutes: some.minimumMinutes + longer,
        };
        const weekly = hours.flatMap((each) => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...each, weekday })));
        const open = openIntervals({ rules: weekly, exceptions: [], zone, from: first.start, until: last.end });
        const times = busy.map(([offset, long]) => ({
          start: first.start + offset * minute,
          end: first.start + (offset + long) * minute,
        }));
        const expected = freeStarts({ now, zone, rules, open, busy: times }, { start: first.start, end: last.end });

        const shown = lane(
          times.map((time, index): Taken => ({ ...taken(String(index), '00:00', '00:01'), ...api(time) })),
          open.map(api),
        );
        const moments = days
          .flatMap((day) => gridPoints(day, rules.gridMinutes).filter((point) => point.minute < 1440))
          .map((point) => point.at);
        const offered = freeStretches(shown, { rules, moments, limits: startLimits({ now, zone, rules }) });
        expect(offered.flatMap(({ starts }) => starts)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
