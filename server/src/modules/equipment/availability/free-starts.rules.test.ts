import { describe, expect, test } from 'vitest';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { firstStarts, freeTime, soughtStarts, type UnitTimeFacts } from './free-starts.rules.ts';

const zone = 'Europe/Vilnius';
const at = (time: string, day = '2026-11-25') => Date.parse(`${day}T${time}:00+02:00`);
const from = (start: string, end: string, day?: string): Interval => ({ start: at(start, day), end: at(end, day) });
const told = (stretches: readonly Interval[]) =>
  stretches.map(({ start, end }) =>
    [start, end].map((each) => new Date(each + 2 * 3_600_000).toISOString().slice(11, 16)).join('–'),
  );

const facts: UnitTimeFacts = {
  now: at('08:00'),
  zone,
  open: [from('09:00', '20:00')],
  busy: [],
  rules: {
    audience: 'network',
    approval: 'none',
    gridMinutes: 30,
    minimumMinutes: 60,
    maximumMinutes: 120,
    leadMinutes: 0,
    horizonDays: 30,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
  },
};
const day = { start: at('00:00'), end: at('00:00', '2026-11-26') };

test.each<[string, Partial<Omit<UnitTimeFacts, 'rules'>> & { rules?: Partial<UnitTimeFacts['rules']> }, string[]]>([
  ['is all that is open', {}, ['09:00–20:00']],
  ['begins on the grid after now', { now: at('12:10') }, ['12:30–20:00']],
  ['begins after the lead time', { now: at('12:10'), rules: { leadMinutes: 60 } }, ['13:30–20:00']],
  ['ends where no booking fits any more', { now: at('19:10') }, []],
  ['is not behind the horizon', { now: at('12:00', '2026-10-01') }, []],
  [
    'leaves room for clean-up',
    { busy: [from('12:00', '13:00')], rules: { bufferAfterMinutes: 30 } },
    ['09:00–11:30', '13:00–20:00'],
  ],
  [
    'leaves room for set-up',
    { busy: [from('12:00', '13:00')], rules: { bufferBeforeMinutes: 30 } },
    ['09:00–12:00', '13:30–20:00'],
  ],
  ['is nowhere too short', { busy: [from('09:30', '12:00'), from('12:30', '19:30')] }, []],
  [
    'begins and ends beside the day',
    { open: [from('00:00', '24:00', '2026-11-24'), from('00:00', '24:00')], now: at('20:00', '2026-11-24') },
    ['00:00–00:00'],
  ],
])('what can be booked of a day %s', (_, { rules, ...given }, expected) => {
  expect(told(freeTime({ ...facts, ...given, rules: { ...facts.rules, ...rules } }, day))).toEqual(expected);
});

describe('the first starts', () => {
  const told = (given: Partial<UnitTimeFacts>[], wanted: Interval & { minutes?: number }, apart = 30) =>
    firstStarts(
      given.map((unit) => soughtStarts({ ...facts, ...unit }, wanted)),
      3,
      apart,
    ).map(({ start, until }) =>
      [start, until].map((each) => new Date(each + 2 * 3_600_000).toISOString().slice(11, 16)).join('–'),
    );

  test('are on the grid, each with the latest end', () => {
    expect(told([{ now: at('12:10') }], day)).toEqual(['12:30–14:30', '13:00–15:00', '13:30–15:30']);
  });

  test('lie far enough apart', () => {
    expect(told([{}], day, 60)).toEqual(['09:00–11:00', '10:00–12:00', '11:00–13:00']);
  });

  test('leave room for the sought length, also before the sought time ends', () => {
    const busy = [from('11:30', '13:00')];
    expect(told([{ busy }], { ...day, minutes: 120 })).toEqual(['09:00–11:00', '09:30–11:30', '13:00–15:00']);
    expect(told([{ busy }], { start: day.start, end: at('11:00'), minutes: 120 })).toEqual(['09:00–11:00']);
  });

  test('are nowhere for longer than may be booked', () => {
    expect(told([{}], { ...day, minutes: 180 })).toEqual([]);
  });

  test('are those of any unit, once each with the later end', () => {
    const units = [{ busy: [from('09:00', '10:30')] }, { busy: [from('10:30', '20:00')] }];
    expect(told(units, day)).toEqual(['09:00–10:30', '09:30–10:30', '10:30–12:30']);
    expect(told([{ busy: [from('10:00', '20:00')] }, {}], day)[0]).toBe('09:00–11:00');
  });
});
