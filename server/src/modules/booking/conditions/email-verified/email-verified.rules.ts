import type { ConditionRule, RequestFacts } from '../condition.rules.ts';

export const emailVerified: ConditionRule<'email_verified', Pick<RequestFacts, 'booker'>> = {
  condition: 'email_verified',
  description: 'Their e-mail address is confirmed.',
  check({ booker }) {
    if (booker.other) {
      const { emailVerified: passed } = booker;
      return { passed, message: { key: `booking.emailVerified.${passed ? 'theirs' : 'theirsNot'}` } };
    }
    if (booker.emailVerified) return { passed: true, message: { key: 'booking.emailVerified.met' } };
    return {
      passed: false,
      message: { key: booker.signedIn ? 'booking.emailVerified.unmet' : 'booking.emailVerified.needed' },
      remedy: { key: booker.signedIn ? 'booking.emailVerified.remedy' : 'booking.emailVerified.remedyVisitor' },
    };
  },
};
