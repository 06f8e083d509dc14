import { type ConditionRule, minute, type RequestFacts } from '../condition.rules.ts';
import { checkLength } from '../length.rules.ts';

export const maximum: ConditionRule<'maximum', RequestFacts> = {
  condition: 'maximum',
  description: 'It is not too long.',
  check: (facts) => checkLength(facts, 'maximum', facts.endsAt - facts.startsAt <= facts.rules.maximumMinutes * minute),
};
