import { type ConditionRule, type RequestFacts, startStands } from '../condition.rules.ts';
import { earliestStart } from '../earliest-start.rules.ts';

export const inFuture: ConditionRule<'in_future', RequestFacts> = {
  condition: 'in_future',
  description: 'The time has not begun yet.',
  check(facts) {
    if (facts.startStands) return startStands;
    if (facts.startsAt >= facts.now) return { passed: true, message: { key: 'booking.inFuture.met' } };
    return {
      passed: false,
      message: { key: 'booking.inFuture.unmet' },
      remedy: { key: 'booking.inFuture.remedy' },
      ...earliestStart(facts),
    };
  },
};
