import type { ConditionRule, RequestFacts } from '../condition.rules.ts';

export const signedIn: ConditionRule<'signed_in', Pick<RequestFacts, 'booker'>> = {
  condition: 'signed_in',
  description: 'Somebody is signed in.',
  check({ booker }) {
    const { signedIn: passed } = booker;
    if (booker.other) return { passed, message: { key: `booking.signedIn.${passed ? 'theirs' : 'theirsGone'}` } };
    return passed
      ? { passed, message: { key: 'booking.signedIn.met' } }
      : { passed, message: { key: 'booking.signedIn.unmet' }, remedy: { key: 'booking.signedIn.remedy' } };
  },
};
