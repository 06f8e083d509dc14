import { clockTime, durationName } from '../../../shared/text/wording.rules.ts';
import { type ConditionResult, minute, type RequestFacts } from './condition.rules.ts';

/** Whether a booking keeps to its shortest or longest length; where not, the nearest end that does. */
export function checkLength(facts: RequestFacts, limit: 'minimum' | 'maximum', passed: boolean): ConditionResult {
  const { zone, locale, startsAt, rules } = facts;
  const minutes = rules[`${limit}Minutes`];
  const parameters = { limit: durationName(minutes, locale) };
  if (passed) return { passed, message: { key: `booking.${limit}.met`, parameters } };
  const end = startsAt + minutes * minute;
  return {
    passed,
    message: { key: `booking.${limit}.unmet`, parameters },
    remedy: { key: `booking.${limit}.remedy`, parameters: { time: clockTime(end, zone, locale, true) } },
    suggestedStart: startsAt,
    suggestedEnd: end,
  };
}
