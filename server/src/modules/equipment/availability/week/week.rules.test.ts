import { expect, test } from 'vitest';
import type { Interval } from '../../../../shared/time/interval.rules.ts';
import { dayShares, weekFrom } from './week.rules.ts';

const zone = 'Europe/Vilnius';
const at = (date: string, time: string) => Date.parse(`${date}T${time}:00+02:00`);
const during = (date: string, from: string, to: string): Interval => ({ start: at(date, from), end: at(date, to) });

test('a week is seven local days, over the end of a month and the change of clocks', () => {
  const days = weekFrom(zone, '2026-10-24');
  expect(days.map(({ date }) => date.slice(5))).toEqual([
    '10-24',
    '10-25',
    '10-26',
    '10-27',
    '10-28',
    '10-29',
    '10-30',
  ]);
  expect((days[1]?.end ?? 0) - (days[1]?.start ?? 0)).toBe(25 * 3_600_000);
});

test('each day says how long it is open and how much of it is free in any unit', () => {
  const days = weekFrom(zone, '2026-11-25').slice(0, 3);
  const open = [
    during('2026-11-25', '09:00', '20:00'),
    { start: at('2026-11-26', '22:00'), end: at('2026-11-27', '02:00') },
  ];
  const free = [
    [during('2026-11-25', '10:00', '12:00')],
    [during('2026-11-25', '11:00', '14:00'), { start: at('2026-11-26', '23:00'), end: at('2026-11-27', '01:00') }],
  ];
  expect(dayShares(days, open, free)).toEqual([
    { date: '2026-11-25', openMinutes: 660, freeMinutes: 240 },
    { date: '2026-11-26', openMinutes: 120, freeMinutes: 60 },
    { date: '2026-11-27', openMinutes: 120, freeMinutes: 60 },
  ]);
});
