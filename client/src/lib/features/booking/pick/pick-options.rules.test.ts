import { describe, expect, test } from 'vitest';
import { nth } from '#lib/testing/nth.ts';
import { gridPoints } from '#lib/time/local-day.rules.ts';
import { daysOf } from '#lib/time/local-days.server.ts';
import { anyStarts, endMoments, freeEnds, optionOf, proposal, startMoments } from './pick-options.rules.ts';

const rules = { minimumMinutes: 30, maximumMinutes: 240 };
const days = daysOf('Europe/Vilnius', '2026-11-26', 2);
const day = nth(days, 0);
const points = days.flatMap((each) => gridPoints(each, 30)).filter(({ minute }) => minute < 1440);
const at = (clock: string) => Date.parse(`2026-11-26T${clock}:00+02:00`);
const values = (moments: number[]) => moments.map((moment) => optionOf(moment, days).value);

describe('choices of a form', () => {
  const open = [{ start: at('09:00'), end: at('20:00') }];

  test('begin at every grid point of the day on which it is open', () => {
    const starts = values(startMoments(points, day, open));
    expect([starts[0], starts.at(-1), starts.length]).toEqual(['09:00', '19:30', 22]);
    expect(startMoments(points, day, [day])).toHaveLength(48);
  });

  test('end within the shortest and longest booking of the chosen beginning', () => {
    expect(values(endMoments(points, day, { rules, start: at('14:00'), open }))).toEqual([
      '14:30',
      '15:00',
      '15:30',
      '16:00',
      '16:30',
      '17:00',
      '17:30',
      '18:00',
    ]);
  });

  test('end when it closes, and after midnight only where it is open until midnight', () => {
    expect(values(endMoments(points, day, { rules, open, start: at('18:30') }))).toEqual(['19:00', '19:30', '20:00']);
    const late = endMoments(points, day, { rules, open: [day], start: at('22:30') });
    expect(values(late).slice(0, 3)).toEqual(['23:00', '23:30', '24:00']);
    expect(values(late).at(-1)).toBe('2026-11-27T02:30');
  });

  test('without a chosen beginning hold the ends of all of them', () => {
    const ends = values(endMoments(points, day, { rules, open }));
    expect([ends[0], ends.at(-1)]).toEqual(['09:30', '20:00']);
  });

  test('tell the next day and the second showing of a clock apart', () => {
    expect(optionOf(at('23:30') + 5_400_000, days)).toMatchObject({ clock: '01:00', nextDay: true });
    const autumn = daysOf('Europe/Vilnius', '2026-10-25', 1);
    expect(optionOf(Date.parse('2026-10-25T01:30:00Z'), autumn)).toMatchObject({ clock: '03:30', repeated: true });
  });
});

describe('free choices of a form', () => {
  test('begin where any unit is free, and end as late as one of them lets', () => {
    const [one, two] = [
      [{ start: at('10:00'), until: at('11:00') }],
      [
        { start: at('09:30'), until: at('10:30') },
        { start: at('10:00'), until: at('12:00') },
        { start: at('10:00') + 86_400_000, until: at('12:00') + 86_400_000 },
      ],
    ];
    expect(anyStarts([one, two], day)).toEqual([
      { start: at('09:30'), until: at('10:30') },
      { start: at('10:00'), until: at('12:00') },
    ]);
  });

  test('end on the grid until the latest end, at least with the shortest booking', () => {
    const ends = (until: string, more = rules) =>
      values(freeEnds(points, { start: at('10:00'), until: at(until) }, more));
    expect(ends('11:10')).toEqual(['10:30', '11:00']);
    expect(ends('10:50', { ...rules, minimumMinutes: 45 })).toEqual(['10:45']);
  });
});

describe('the proposal of a form', () => {
  const open = [{ start: at('10:00'), end: at('20:00') }];

  test('is the first free time that is long enough', () => {
    const free = [{ start: at('12:30'), until: at('13:00') }];
    expect(proposal(points, day, open, free, rules)).toEqual({ unitId: null, start: at('12:30'), end: at('13:00') });
  });

  test('is the first open time where nothing is free, nothing where all is closed', () => {
    expect(proposal(points, day, open, [], rules)).toEqual({ unitId: null, start: at('10:00'), end: at('11:00') });
    expect(proposal(points, day, [], [], rules)).toBeUndefined();
  });
});
