import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualFacts } from '../../../../test/factories/booking-facts.ts';
import { freeStarts } from '../../equipment/availability/free-starts.rules.ts';
import { openIntervals } from '../../opening-hours/hours/opening.rules.ts';
import { type BookingFacts, decide } from './conditions.ts';

const minute = 60_000;
const hour = 60 * minute;
/** An ordinary week, and the nights on which clocks go back and forward. */
const moments = ['2026-11-24T22:00Z', '2026-10-24T12:00Z', '2027-03-27T12:00Z'].map((text) => Date.parse(text));

const clock = (quarters: number) => {
  const [hours, minutes] = [Math.floor(quarters / 4), (quarters % 4) * 15];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
};
const hours = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .map(([weekday, opens, long]) => ({ weekday, opens: clock(opens), closes: clock(Math.min(96, opens + long)) }));

const facts = fc
  .record({
    now: fc.constantFrom(...moments),
    passed: fc.integer({ min: 0, max: 600 }),
    zone: fc.constantFrom('Europe/Vilnius', 'Europe/Lisbon', 'Pacific/Chatham'),
    hours: fc.array(hours, { minLength: 1, maxLength: 10 }),
    closed: fc.boolean(),
    grid: fc.constantFrom(5, 10, 15, 30, 45, 60, 120),
    minimum: fc.constantFrom(15, 30, 60, 90),
    more: fc.constantFrom(0, 30, 240),
    lead: fc.constantFrom(0, 45, 600),
    horizon: fc.constantFrom(0, 1, 2, 30),
    before: fc.constantFrom(0, 10, 45),
    after: fc.constantFrom(0, 15, 60),
    busy: fc.array(fc.tuple(fc.integer({ min: -200, max: 3200 }), fc.integer({ min: 5, max: 400 })), { maxLength: 6 }),
  })
  .map((given): BookingFacts => {
    const now = given.now + given.passed * minute;
    const exceptions = given.closed
      ? [
          {
            kind: 'closed' as const,
            startsOn: '2026-11-26',
            endsOn: '2026-11-26',
            opens: null,
            closes: null,
            yearly: true,
          },
        ]
      : [];
    return {
      ...usualFacts,
      now,
      zone: given.zone,
      rules: {
        audience: 'network',
        approval: 'none',
        gridMinutes: given.grid,
        minimumMinutes: given.minimum,
        maximumMinutes: given.minimum + given.more,
        leadMinutes: given.lead,
        horizonDays: given.horizon,
        bufferBeforeMinutes: given.before,
        bufferAfterMinutes: given.after,
      },
      opening: { rules: given.hours, exceptions },
      units: [
        {
          id: 'a',
          busy: given.busy.map(([offset, long]) => ({
            ...{ start: now + offset * minute, end: now + (offset + long) * minute },
            ...{ kind: 'booking' as const, note: null },
          })),
        },
      ],
    };
  });

const accepted = (about: BookingFacts, start: number, end: number) =>
  decide({ ...about, startsAt: start, endsAt: end }).outcome === 'BOOK';

/** What is offered of the first unit within two days. */
function offered(about: BookingFacts) {
  const { now, zone, rules, opening, units } = about;
  const window = { start: now - 2 * hour, end: now + 52 * hour };
  const open = openIntervals({ ...opening, zone, from: window.start, until: window.end + 6 * hour });
  return { window, starts: freeStarts({ now, zone, rules, open, busy: units[0]?.busy ?? [] }, window) };
}

describe('whatever the hours, the rules, the zone and what is taken, the starts that are offered', () => {
  test('are exactly those that are accepted', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 54 * 12 - 1 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(facts, steps, (about, some) => {
        const { window, starts } = offered(about);
        const length = about.rules.minimumMinutes * minute;
        const first = Math.ceil(window.start / (5 * minute)) * 5 * minute;
        const moments = some.map((step) => first + step * 5 * minute).filter((at) => at < window.end);
        for (const start of [...moments, ...starts.slice(0, 5).map((each) => each.start)]) {
          expect(accepted(about, start, start + length)).toBe(starts.some((each) => each.start === start));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('may last until what they say, and not a minute longer', () => {
    fc.assert(
      fc.property(facts, (about) => {
        for (const { start, until } of offered(about).starts.slice(0, 3)) {
          expect(accepted(about, start, until)).toBe(true);
          expect(accepted(about, start, until + minute)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
