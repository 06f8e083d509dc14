import { type ConditionRule, minute, type RequestFacts } from '../condition.rules.ts';
import { checkLength } from '../length.rules.ts';

export const minimum: ConditionRule<'minimum', RequestFacts> = {
  condition: 'minimum',
  description: 'It is not too short.',
  check: (facts) => checkLength(facts, 'minimum', facts.endsAt - facts.startsAt >= facts.rules.minimumMinutes * minute),
};
