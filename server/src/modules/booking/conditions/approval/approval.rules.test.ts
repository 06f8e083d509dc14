import { describe, expect, test } from 'vitest';
import { usualFacts } from '../../../../../test/factories/booking-facts.ts';
import { decide } from '../conditions.ts';
import { answerBy, approval } from './approval.rules.ts';

const hour = 3_600_000;
const asks = { ...usualFacts, rules: { ...usualFacts.rules, approval: 'everyone' as const } };

test.each([
  ['three days, where it begins later', 100, 72],
  ['until its start, where that is earlier', 71, 71],
  ['no time, where it begins now', 0, 0],
])('the staff have %s', (_, startsIn, answersIn) => {
  expect(answerBy({ now: 0, startsAt: startsIn * hour })).toBe(answersIn * hour);
});

describe('approval', () => {
  test('is asked for by equipment, not by who books', () => {
    expect(decide(usualFacts).outcome).toBe('BOOK');
    expect(decide(asks).outcome).toBe('REQUEST');
    expect(approval.check(asks).message).toMatchObject({ parameters: { centre: 'Šilas' } });
  });

  test('is not asked for where staff act on the booking of others', () => {
    expect(decide({ ...asks, staffAgree: true }).outcome).toBe('BOOK');
  });

  test('does not make up for what is not met', () => {
    expect(decide({ ...asks, booker: { ...asks.booker, inAudience: false } }).outcome).toBe('REFUSED');
  });

  test('tells staff of others, and gives them no advice that is meant for these', () => {
    const nobody = { signedIn: false, emailVerified: false, inAudience: false, other: true };
    const told = decide({ ...asks, staffAgree: true, booker: nobody }).reasons;
    expect(told.map(({ message, remedy }) => [message.key, remedy])).toEqual([
      ['booking.signedIn.theirsGone', undefined],
      ['booking.emailVerified.theirsNot', undefined],
      ['booking.audience.network.unmet', undefined],
    ]);
  });
});
