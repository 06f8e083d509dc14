import { describe, expect, test } from 'vitest';
import { mayActFor, mayReadPrivate, partiesOf } from './acting.policy.ts';
import { type Member, visitor } from './actor.rules.ts';

const member: Member = {
  kind: 'member',
  personId: 'ona',
  sessionId: 's',
  name: 'Ona',
  email: 'ona@example.org',
  emailVerified: true,
  operator: false,
  memberships: [
    { centreId: 'where-member', role: 'member' },
    { centreId: 'where-staff', role: 'staff' },
    { centreId: 'where-manager', role: 'manager' },
  ],
  organisationIds: ['with-mandate'],
  cityIds: ['vilnius'],
  actingFor: null,
};
const operator: Member = { ...member, personId: 'op', operator: true, memberships: [], organisationIds: [] };

describe('whom somebody may act for', () => {
  test.each([
    ['a member', member, 'centre', 'where-member', false],
    ['staff', member, 'centre', 'where-staff', true],
    ['a manager', member, 'centre', 'where-manager', true],
    ['a stranger', member, 'centre', 'elsewhere', false],
    ['whoever has a mandate', member, 'organisation', 'with-mandate', true],
    ['whoever has none', member, 'organisation', 'without', false],
    ['staff, with the id of their centre,', member, 'organisation', 'where-staff', false],
    ['an operator', operator, 'centre', 'where-staff', false],
    ['a visitor', visitor, 'centre', 'where-staff', false],
  ] as const)('%s: %s', (_, actor, kind, id, allowed) => {
    expect(mayActFor(actor, { kind, id })).toBe(allowed);
  });

  test('everyone listed is allowed, and nobody else of those known', () => {
    expect(partiesOf(member)).toEqual([
      { kind: 'organisation', id: 'with-mandate' },
      { kind: 'centre', id: 'where-staff' },
      { kind: 'centre', id: 'where-manager' },
    ]);
    expect(partiesOf(member).every((party) => mayActFor(member, party))).toBe(true);
    expect(partiesOf(operator)).toEqual([]);
  });
});

test.each([
  ['themselves', member, 'ona', true],
  ['somebody else', member, 'jonas', false],
  ['an operator', operator, 'ona', false],
  ['a visitor', visitor, 'ona', false],
] as const)('private matters are read by %s: %#', (_, actor, personId, allowed) => {
  expect(mayReadPrivate(actor, personId)).toBe(allowed);
});
