import type { BookingRules } from '../../../equipment/items/booking-rules.rules.ts';
import type { ConditionRule, RequestFacts } from '../condition.rules.ts';

export interface AudienceFacts extends Pick<RequestFacts, 'booker' | 'centreName'> {
  readonly rules: Pick<BookingRules, 'audience'>;
}

export const audience: ConditionRule<'audience', AudienceFacts> = {
  condition: 'audience',
  description: 'They belong to those who may book this equipment.',
  check({ rules, booker, centreName }) {
    const parameters = { centre: centreName };
    if (booker.other && rules.audience !== 'everyone') {
      const { inAudience: passed } = booker;
      return {
        passed,
        message: { key: `booking.audience.${rules.audience}.${passed ? 'theirs' : 'unmet'}`, parameters },
      };
    }
    if (booker.inAudience) {
      return { passed: true, message: { key: `booking.audience.${rules.audience}.met`, parameters } };
    }
    // Everyone is in the audience of `everyone`, so that only two are left to explain.
    const limited = rules.audience === 'members' ? 'members' : 'network';
    return {
      passed: false,
      message: { key: `booking.audience.${limited}.unmet`, parameters },
      remedy: { key: `booking.audience.${limited}.remedy`, parameters },
    };
  },
};
