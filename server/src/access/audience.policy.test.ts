import { describe, expect, test } from 'vitest';
import { type Actor, type Member, visitor } from './actor.rules.ts';
import { isInAudience } from './audience.policy.ts';

const stranger: Member = {
  kind: 'member',
  personId: 'stranger',
  sessionId: '',
  name: 'Ona',
  email: 'ona@example.org',
  emailVerified: true,
  operator: true,
  memberships: [],
  organisationIds: [],
  cityIds: ['vilnius'],
  actingFor: null,
};
const member: Member = { ...stranger, personId: 'member', memberships: [{ centreId: 'fabrikas', role: 'member' }] };
const host: Member = { ...stranger, personId: 'host', memberships: [{ centreId: 'fabrikas', role: 'staff' }] };
const envoy: Member = { ...stranger, personId: 'envoy', organisationIds: ['drozle'] };
const everyone: Record<string, Actor> = { visitor, stranger, member, host, envoy };

describe('an event', () => {
  test('for several is heard by whoever is in one of them', () => {
    const audiences = ['centre:fabrikas', 'person:stranger'];
    expect(Object.keys(everyone).filter((name) => isInAudience(everyone[name] as Actor, audiences))).toEqual([
      'stranger',
      'member',
      'host',
    ]);
    expect(isInAudience(visitor, [])).toBe(false);
  });

  test.each([
    ['public', ['visitor', 'stranger', 'member', 'host', 'envoy']],
    ['network', ['member', 'host', 'envoy']],
    ['centre:fabrikas', ['member', 'host']],
    ['staff:fabrikas', ['host']],
    ['staff:', []],
    ['centre:kitur', []],
    ['centre:', []],
    ['person:stranger', ['stranger']],
    ['person:', []],
    ['unheard-of', []],
    ['', []],
  ])('for %j is heard by %j', (audience, hearers) => {
    expect(Object.keys(everyone).filter((name) => isInAudience(everyone[name] as Actor, [audience]))).toEqual(hearers);
  });
});
