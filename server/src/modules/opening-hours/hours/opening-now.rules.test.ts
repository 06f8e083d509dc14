import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openIntervals } from './opening.rules.ts';
import { exceptionsAhead, openAt } from './opening-now.rules.ts';

const minute = 60_000;
const zone = 'Europe/Vilnius';
const clock = fc.constantFrom('00:00', '02:30', '03:15', '08:00', '13:00');
const later = fc.constantFrom('03:30', '14:00', '18:15', '24:00');
const hours = fc
  .record({ weekday: fc.integer({ min: 1, max: 7 }), opens: clock, closes: later })
  .filter(({ opens, closes }) => opens < closes);
const day = fc.constantFrom('2026-10-24', '2026-10-25', '2026-10-26', '2027-03-28');
const exception = fc.record({
  kind: fc.constant('closed' as const),
  startsOn: day,
  endsOn: fc.constantFrom('2026-10-26', '2027-03-28', '2027-04-01'),
  yearly: fc.boolean(),
  opens: fc.constant(null),
  closes: fc.constant(null),
});
const moment = fc
  .record({
    night: fc.constantFrom('2026-10-24T12:00:00Z', '2027-03-27T12:00:00Z', '2026-12-30T12:00:00Z'),
    after: fc.nat({ max: 3 * 24 * 60 * minute }),
  })
  .map(({ night, after }) => Date.parse(night) + after);
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('a centre is open as long as its hours say so, until the moment that is told', () => {
  const seen = { open: 0, closed: 0 };
  fc.assert(
    fc.property(
      fc.record({ rules: fc.array(hours), exceptions: fc.array(exception, { maxLength: 1 }) }),
      moment,
      share,
      (opening, now, part) => {
        const { value, until } = openAt({ ...opening, zone }, now);
        expect(until).toBeGreaterThan(now);
        for (const instant of [now, now + Math.floor(part * (until - now - 1)), until - 1]) {
          const open = openIntervals({ ...opening, zone, from: instant, until: instant + 1 }).length > 0;
          expect({ instant, open }).toEqual({ instant, open: value });
        }
        seen[value ? 'open' : 'closed'] += 1;
      },
    ),
    { numRuns: 1500, seed: 20261123 },
  );
  expect(Math.min(seen.open, seen.closed)).toBeGreaterThan(200);
});

test('a centre is told to open and to close at those very moments', () => {
  const opening = { zone, rules: [{ weekday: 3, opens: '08:00', closes: '20:00' }], exceptions: [] };
  const at = (clock: string) => Date.parse(`2026-11-25T${clock}Z`);
  expect(openAt(opening, at('05:59:59'))).toEqual({ value: false, until: at('06:00:00') });
  expect(openAt(opening, at('06:00:00'))).toEqual({ value: true, until: at('18:00:00') });
  expect(openAt(opening, at('18:00:00'))).toEqual({ value: false, until: at('22:00:00') });
});

describe('exceptions', () => {
  const past = { endsOn: '2026-11-24', yearly: false };
  const today = { endsOn: '2026-11-25', yearly: false };
  const yearly = { endsOn: '2020-02-16', yearly: true };
  const now = Date.parse('2026-11-25T21:59:00Z');
  const midnight = Date.parse('2026-11-25T22:00:00Z');

  test('are told until the midnight after their last day', () => {
    expect(exceptionsAhead([past, today, yearly], zone, now)).toEqual({ value: [today, yearly], until: midnight });
    expect(exceptionsAhead([past, today, yearly], zone, midnight).value).toEqual([yearly]);
  });

  test('that come back every year never end', () => {
    expect(exceptionsAhead([past, yearly], zone, now)).toEqual({ value: [yearly], until: Number.POSITIVE_INFINITY });
  });
});
