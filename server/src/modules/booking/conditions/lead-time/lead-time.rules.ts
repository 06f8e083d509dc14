import { clockTime, dayName, durationName } from '../../../../shared/text/wording.rules.ts';
import { type ConditionRule, minute, type RequestFacts, startStands } from '../condition.rules.ts';
import { earliestStart } from '../earliest-start.rules.ts';

export const leadTime: ConditionRule<'lead_time', RequestFacts> = {
  condition: 'lead_time',
  description: 'The booking is made long enough before it starts.',
  check(facts) {
    if (facts.startStands) return startStands;
    const { zone, locale, now, startsAt } = facts;
    const { leadMinutes } = facts.rules;
    if (leadMinutes === 0) return { passed: true, message: { key: 'booking.leadTime.none' } };
    const parameters = { lead: durationName(leadMinutes, locale) };
    if (startsAt >= now + leadMinutes * minute) {
      return { passed: true, message: { key: 'booking.leadTime.met', parameters } };
    }
    const suggestion = earliestStart(facts);
    const from = suggestion.suggestedStart ?? now + leadMinutes * minute;
    const time = `${dayName(from, zone, locale, now)} ${clockTime(from, zone, locale)}`;
    return {
      passed: false,
      message: { key: 'booking.leadTime.unmet', parameters },
      remedy: { key: 'booking.leadTime.remedy', parameters: { time } },
      ...suggestion,
    };
  },
};
