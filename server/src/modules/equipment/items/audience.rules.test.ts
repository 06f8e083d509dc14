import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Actor, type Member, visitor } from '../../../access/actor.rules.ts';
import { audienceReach, isInAudience } from './audience.rules.ts';
import { bookingAudiences } from './equipment.enums.ts';

const centres = ['a', 'b', 'c'];
const member = (centreIds: readonly string[], organisationIds: readonly string[]): Member => ({
  kind: 'member',
  personId: 'p',
  sessionId: 's',
  name: 'Rūta',
  email: 'ruta@example.org',
  emailVerified: true,
  operator: false,
  memberships: centreIds.map((centreId) => ({ centreId, role: 'member' })),
  organisationIds,
  cityIds: [],
  actingFor: null,
});
const actors: fc.Arbitrary<Actor> = fc.oneof(
  fc.constant(visitor),
  fc.tuple(fc.subarray(centres), fc.subarray(['o'])).map(([at, of]) => member(at, of)),
);

test.each([
  ['everyone', visitor, true],
  ['network', visitor, false],
  ['members', visitor, false],
  ['network', member([], []), false],
  ['network', member([], ['o']), true],
  ['network', member(['b'], []), true],
  ['members', member(['b'], ['o']), false],
  ['members', member(['a'], []), true],
] as const)('equipment for %s, asked by %o: %s', (audience, actor, expected) => {
  expect(isInAudience(actor, { audience, centreId: 'a' })).toBe(expected);
});

test('what is searched by is what decides', () => {
  fc.assert(
    fc.property(
      actors,
      fc.constantFrom(...bookingAudiences),
      fc.constantFrom(...centres),
      (actor, audience, centreId) => {
        const { audiences, centreIds } = audienceReach(actor);
        const found = audiences.includes(audience) || centreIds.includes(centreId);
        expect(found).toBe(isInAudience(actor, { audience, centreId }));
      },
    ),
  );
});
