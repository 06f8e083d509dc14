import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Interval, merged, without } from '../../../shared/time/interval.rules.ts';
import { localDayFrom } from '../../../shared/time/local-time.rules.ts';
import { openIntervals } from '../../opening-hours/hours/opening.rules.ts';
import { type DaySegment, dayRange, dayStrip } from './day-strip.rules.ts';

const hour = 3_600_000;
const zone = 'Europe/Vilnius';

/** A strip as text: `closed 8, free(2) 2 …`, with the hours each segment is long. */
const told = (strip: readonly DaySegment[]) =>
  strip.map(({ start, end, kind, freeUnits }) => `${kind}${freeUnits ? `(${freeUnits})` : ''} ${(end - start) / hour}`);

/** A unit that can be booked whenever it is open and not taken. */
const unit = (open: readonly Interval[], busy: readonly Interval[]) => ({ busy, free: without(open, busy) });

const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '02:00', closes: '20:00' }));

describe('the strip of a day', () => {
  const day = { start: 0, end: 24 * hour };
  const at = (start: number, end: number): Interval => ({ start: start * hour, end: end * hour });

  test.each<[string, Interval[], Interval[][], string[]]>([
    ['is closed throughout without hours', [], [[]], ['closed 24']],
    ['is closed throughout without a unit', [at(8, 20)], [], ['closed 24']],
    ['is free while open', [at(8, 20)], [[]], ['closed 8', 'free(1) 12', 'closed 4']],
    ['is free throughout', [at(-4, 30)], [[]], ['free(1) 24']],
    [
      'counts the units that are free',
      [at(8, 20)],
      [[at(9, 11)], [at(10, 12)]],
      ['closed 8', 'free(2) 1', 'free(1) 1', 'taken 1', 'free(1) 1', 'free(2) 8', 'closed 4'],
    ],
    [
      'joins bookings that follow each other',
      [at(8, 20)],
      [[at(8, 9), at(9, 20)]],
      ['closed 8', 'taken 12', 'closed 4'],
    ],
    ['shows no booking while closed', [at(8, 20)], [[at(18, 24)]], ['closed 8', 'free(1) 10', 'taken 2', 'closed 4']],
    ['cuts what began the day before', [at(0, 20)], [[at(-3, 1)]], ['taken 1', 'free(1) 19', 'closed 4']],
  ])('%s', (_, open, units, expected) => {
    expect(told(dayStrip({ day, open, units: units.map((busy) => unit(open, busy)) }))).toEqual(expected);
  });

  test('tells apart what is taken and what cannot be booked', () => {
    const units = [
      { busy: [at(10, 12)], free: [at(14, 18)] },
      { busy: [at(10, 11), at(15, 16)], free: [at(16, 17)] },
    ];
    expect(told(dayStrip({ day, open: [at(8, 20)], units }))).toEqual(
      ['closed 8', 'unbookable 2', 'taken 1', 'unbookable 3'].concat(
        ...['free(1) 2', 'free(2) 1', 'free(1) 1', 'unbookable 2', 'closed 4'],
      ),
    );
  });

  test.each([
    ['2026-10-25', 25, ['closed 2', 'free(1) 19', 'closed 4']],
    ['2027-03-28', 23, ['closed 2', 'free(1) 17', 'closed 4']],
    ['2026-11-25', 24, ['closed 2', 'free(1) 18', 'closed 4']],
  ])('of %s is %d hours long', (date, hours, expected) => {
    const { start, end } = localDayFrom(zone, date);
    const open = openIntervals({ rules: weekdays, exceptions: [], zone, from: start, until: end });
    const strip = dayStrip({ day: { start, end }, open, units: [unit(open, [])] });
    expect(told(strip)).toEqual(expected);
    expect((end - start) / hour).toBe(hours);
  });

  test('covers the whole day without gap or overlap, and each moment as it is', () => {
    const stretch = fc
      .tuple(fc.integer({ min: -10, max: 120 }), fc.integer({ min: 1, max: 40 }))
      .map(([start, length]): Interval => ({ start: start * 900_000, end: (start + length) * 900_000 }));
    const stretches = fc.array(stretch, { maxLength: 5 }).map((intervals) => merged(intervals));
    const dates = fc.constantFrom('2026-10-25', '2027-03-28', '2026-11-25');
    fc.assert(
      fc.property(
        dates,
        stretches,
        fc.array(fc.tuple(stretches, stretches), { maxLength: 4 }),
        (date, opening, taken) => {
          const { start, end } = localDayFrom(zone, date);
          const shifted = (all: Interval[]) =>
            all.map((each) => ({ start: start + each.start, end: start + each.end }));
          const open = shifted(opening);
          const units = taken.map(([busy, narrow]) => ({
            busy: shifted(busy),
            free: without(open, [...shifted(busy), ...shifted(narrow)]),
          }));
          const strip = dayStrip({ day: { start, end }, open, units });
          expect(strip[0]?.start).toBe(start);
          expect(strip.at(-1)?.end).toBe(end);
          for (const [index, segment] of strip.entries()) {
            expect(segment.start).toBeLessThan(segment.end);
            const next = strip[index + 1];
            if (!next) continue;
            expect(next.start).toBe(segment.end);
            expect([next.kind, next.freeUnits]).not.toEqual([segment.kind, segment.freeUnits]);
          }
          for (let moment = start; moment < end; moment += 900_000) {
            const inside = (all: readonly Interval[]) => all.some((each) => each.start <= moment && moment < each.end);
            const segment = strip.find((each) => each.start <= moment && moment < each.end);
            const free = units.filter((each) => inside(each.free)).length;
            expect(segment?.freeUnits).toBe(free);
            expect(segment?.kind === 'free').toBe(free > 0);
            expect(segment?.kind === 'closed').toBe(!inside(open) || units.length === 0);
            expect(segment?.kind === 'taken').toBe(
              inside(open) && units.length > 0 && units.every(({ busy }) => inside(busy)),
            );
          }
        },
      ),
    );
  });
});

test('strips are drawn from a year ago to two years ahead', () => {
  expect(dayRange('2026-11-25T08:00:00.000Z')).toEqual({ first: '2025-11-25', last: '2028-11-25' });
});
