import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualFacts } from '../../../../test/factories/booking-facts.ts';
import { locales } from '../../../platform/i18n/locale.rules.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { type BookingCondition, type BookingFacts, decide } from './conditions.ts';
import { freeUnits } from './unit-available/unit-facts.rules.ts';

const minutes = fc.integer({ min: 1, max: 3 * 1440 });
const anyFacts = fc
  .record({
    start: fc.integer({ min: -2 * 1440, max: 120 * 1440 }),
    length: minutes,
    grid: fc.constantFrom(5, 10, 15, 30, 60, 120),
    minimum: minutes,
    maximum: minutes,
    lead: fc.constantFrom(0, 30, 1440),
    zone: fc.constantFrom('Europe/Vilnius', 'Europe/Lisbon', 'UTC'),
    holes: fc.array(fc.tuple(fc.integer({ min: 0, max: 2000 }), minutes, fc.boolean()), { maxLength: 4 }),
  })
  .map(({ start, length, grid, minimum, maximum, lead, zone, holes }): BookingFacts => {
    const startsAt = usualFacts.now + start * 60_000;
    return {
      ...usualFacts,
      rules: {
        ...usualFacts.rules,
        gridMinutes: grid,
        minimumMinutes: minimum,
        maximumMinutes: maximum,
        leadMinutes: lead,
      },
      zone,
      startsAt,
      endsAt: startsAt + length * 60_000,
      units: [
        {
          id: 'a',
          busy: holes.map(([offset, long, booked]) => ({
            start: startsAt + (offset - 1000) * 60_000,
            end: startsAt + (offset - 1000 + long) * 60_000,
            kind: booked ? ('booking' as const) : ('maintenance' as const),
            note: null,
          })),
        },
      ],
    };
  });

describe('whatever is asked', () => {
  test('a suggestion meets the condition it was made for', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { condition, suggestedStart, suggestedEnd } of decide(facts).reasons) {
          if (suggestedStart === undefined || suggestedEnd === undefined) continue;
          const better = decide({ ...facts, startsAt: suggestedStart, endsAt: suggestedEnd }).reasons;
          const failing: BookingCondition[] = better.map((check) => check.condition);
          expect(failing).not.toContain(condition);
        }
      }),
    );
  });

  test('everything is said in every language, without a gap', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...locales), (facts, locale) => {
        for (const { message, remedy } of decide({ ...facts, locale }).checks) {
          for (const each of remedy ? [message, remedy] : [message]) {
            expect(translate(locale, each.key, each.parameters)).toMatch(/^[\p{Lu}][^{}]*\.$/u);
          }
        }
      }),
    );
  });

  test('the slot and the unit are there exactly where a unit is free', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const about: BookingCondition[] = ['slot_free', 'unit_available'];
        const there = decide(facts).checks.every((check) => check.passed || !about.includes(check.condition));
        expect(there).toBe(freeUnits(facts).length > 0);
      }),
    );
  });
});
