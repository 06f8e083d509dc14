import { describe, expect, test } from 'vitest';
import { membershipAccesses } from '../../directory/centres/centre.enums.ts';
import { decideJoin, type JoinFacts } from './join.rules.ts';

const now = new Date('2026-11-25T08:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

const anybody: JoinFacts = {
  access: 'on_request',
  signedIn: true,
  emailVerified: true,
  member: false,
  endedByStaff: false,
  askedAt: null,
  declinedAt: null,
};
const visitor = { signedIn: false, emailVerified: false };

const told = (facts: Partial<JoinFacts>): string => {
  const decision = decideJoin({ ...anybody, ...facts }, now);
  return decision.outcome === 'REFUSED' ? decision.obstacle : decision.outcome;
};

describe('asking for membership', () => {
  test.each<[string, Partial<JoinFacts>, Record<(typeof membershipAccesses)[number], string>]>([
    ['anybody', {}, { open: 'JOIN', on_request: 'ASK', elsewhere: 'elsewhere' }],
    ['a visitor', visitor, { open: 'signed_in', on_request: 'signed_in', elsewhere: 'elsewhere' }],
    [
      'somebody unconfirmed',
      { emailVerified: false },
      { open: 'email_verified', on_request: 'email_verified', elsewhere: 'elsewhere' },
    ],
    ['a member', { member: true }, { open: 'member', on_request: 'member', elsewhere: 'member' }],
    ['who asked', { askedAt: daysAgo(40) }, { open: 'asked', on_request: 'asked', elsewhere: 'asked' }],
    [
      'whose membership the staff ended',
      { endedByStaff: true },
      { open: 'ASK', on_request: 'ASK', elsewhere: 'elsewhere' },
    ],
    [
      'who was declined yesterday',
      { declinedAt: daysAgo(1) },
      { open: 'declined', on_request: 'declined', elsewhere: 'elsewhere' },
    ],
    [
      'who was declined long ago',
      { declinedAt: daysAgo(14) },
      { open: 'JOIN', on_request: 'ASK', elsewhere: 'elsewhere' },
    ],
    [
      'a member who was declined before',
      { member: true, declinedAt: daysAgo(1) },
      { open: 'member', on_request: 'member', elsewhere: 'member' },
    ],
  ])('%s', (_, facts, expected) => {
    const answers = membershipAccesses.map((access) => [access, told({ ...facts, access })]);
    expect(Object.fromEntries(answers)).toEqual(expected);
  });

  test('tells from when one may ask again, to the moment', () => {
    const declinedAt = new Date(daysAgo(14).getTime() + 1);
    expect(decideJoin({ ...anybody, declinedAt }, now)).toMatchObject({
      obstacle: 'declined',
      askAgainAt: new Date(now.getTime() + 1),
      askedAt: null,
    });
    expect(decideJoin({ ...anybody, askedAt: daysAgo(1) }, now)).toMatchObject({
      obstacle: 'asked',
      askAgainAt: null,
      askedAt: daysAgo(1),
    });
  });
});
