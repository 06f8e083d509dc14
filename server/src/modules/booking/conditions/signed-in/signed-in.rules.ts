import type { ConditionRule, RequestFacts } from '../condition.rules.ts';

export const signedIn: ConditionRule<'signed_in', Pick<RequestFacts, 'booker'>> = {
  condition: 'signed_in',
  description: 'Somebody is signed in.',
  check: ({ booker }) =>
    booker.signedIn
      ? { passed: true, message: { key: 'booking.signedIn.met' } }
      : { passed: false, message: { key: 'booking.signedIn.unmet' }, remedy: { key: 'booking.signedIn.remedy' } },
};
