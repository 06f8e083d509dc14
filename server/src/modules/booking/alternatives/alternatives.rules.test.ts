import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualFacts } from '../../../../test/factories/booking-facts.ts';
import { decide } from '../conditions/conditions.ts';
import type { CandidateUnit } from '../conditions/unit-available/unit-facts.rules.ts';
import { type AlternativePlace, type AlternativeSearch, alternatives } from './alternatives.rules.ts';

const hour = 3_600_000;
const search: AlternativeSearch = {
  now: usualFacts.now,
  start: usualFacts.startsAt,
  end: usualFacts.endsAt,
  unitId: undefined,
  equipmentId: 'lathe',
  centreId: 'here',
  window: { start: usualFacts.now, end: usualFacts.now + 7 * 24 * hour },
};

const anyUnit = (id: string) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 96 }), fc.integer({ min: 1, max: 12 })), { maxLength: 6 })
    .map((holes) => ({
      id,
      busy: holes.map(([offset, length]) => ({
        start: usualFacts.now + offset * (hour / 2),
        end: usualFacts.now + (offset + length) * (hour / 2),
        kind: 'booking' as const,
        note: null,
      })),
    }));
type Place = Omit<AlternativePlace, 'units'> & { units: CandidateUnit[] };
const anyPlace = (equipmentId: string, centreId: string) =>
  fc
    .record({
      grid: fc.constantFrom(15, 30, 60),
      minimum: fc.constantFrom(15, 60, 120),
      maximum: fc.constantFrom(120, 240),
      lead: fc.constantFrom(0, 90),
      horizon: fc.constantFrom(1, 3, 60),
      before: fc.constantFrom(0, 15),
      after: fc.constantFrom(0, 30),
      zone: fc.constantFrom('Europe/Vilnius', 'Europe/Lisbon'),
      distance: fc.option(fc.integer({ min: 0, max: 90 })),
      units: fc.tuple(anyUnit(`${equipmentId} 1`), anyUnit(`${equipmentId} 2`)),
    })
    .map(
      (given): Place => ({
        equipmentId,
        centreId,
        zone: given.zone,
        opening: usualFacts.opening,
        distance: given.distance,
        units: given.units,
        rules: {
          audience: 'everyone',
          approval: 'none' as const,
          gridMinutes: given.grid,
          minimumMinutes: given.minimum,
          maximumMinutes: given.maximum,
          leadMinutes: given.lead,
          horizonDays: given.horizon,
          bufferBeforeMinutes: given.before,
          bufferAfterMinutes: given.after,
        },
      }),
    );
const anyPlaces = fc.tuple(
  anyPlace('lathe', 'here'),
  anyPlace('other lathe', 'here'),
  anyPlace('lathe there', 'there'),
  anyPlace('lathe yonder', 'yonder'),
);

describe('alternatives, whatever is taken', () => {
  test('meet every condition of booking them', () => {
    fc.assert(
      fc.property(anyPlaces, fc.constantFrom(undefined, 'lathe 2'), (places, unitId) => {
        for (const { equipmentId, unitId: unit, start, end } of alternatives({ ...search, unitId }, places)) {
          const place = places.find((each) => each.equipmentId === equipmentId);
          const units = place?.units.filter(({ id }) => id === unit) ?? [];
          expect(units).toHaveLength(1);
          const facts = { ...usualFacts, ...place, units, startsAt: start, endsAt: end };
          expect(decide(facts).reasons.map(({ condition }) => condition)).toEqual([]);
        }
      }),
    );
  });

  test('differ from what was wanted as their kind says, and are few', () => {
    fc.assert(
      fc.property(anyPlaces, fc.constantFrom(undefined, 'lathe 2'), (places, unitId) => {
        const found = alternatives({ ...search, unitId }, places);
        expect(found.length).toBeLessThanOrEqual(8);
        for (const { kind, equipmentId, unitId: unit, start, distance } of found) {
          if (kind === 'other_centre') expect(['lathe there', 'lathe yonder']).toContain(equipmentId);
          else expect(distance).toBeNull();
          if (kind === 'other_unit') expect([start, unit === unitId]).toEqual([search.start, false]);
          if (kind === 'other_time') {
            expect(equipmentId).toBe('lathe');
            expect(start).not.toBe(search.start);
            if (unitId) expect(unit).toBe(unitId);
          }
        }
      }),
    );
  });

  test('name no centre twice', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const elsewhere = alternatives(search, places).filter(({ kind }) => kind === 'other_centre');
        expect(new Set(elsewhere.map(({ equipmentId }) => equipmentId)).size).toBe(elsewhere.length);
      }),
    );
  });
});
