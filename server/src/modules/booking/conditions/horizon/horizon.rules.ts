import { dayName } from '../../../../shared/text/wording.rules.ts';
import { instantAt, localDayAfter, wallMinutesAt } from '../../../../shared/time/local-time.rules.ts';
import { type ConditionRule, type RequestFacts, startStands } from '../condition.rules.ts';

export const horizon: ConditionRule<'horizon', RequestFacts> = {
  condition: 'horizon',
  description: 'It does not start too many days ahead.',
  check({ zone, locale, now, startsAt, endsAt, rules, startStands: stands }) {
    if (stands) return startStands;
    const last = localDayAfter(zone, now, rules.horizonDays);
    const parameters = { days: rules.horizonDays, day: dayName(last.start, zone, locale, now) };
    if (startsAt < last.end) return { passed: true, message: { key: 'booking.horizon.met', parameters } };
    const start = instantAt(last, wallMinutesAt(zone, startsAt), zone, 'first');
    return {
      passed: false,
      message: { key: 'booking.horizon.unmet', parameters },
      remedy: { key: 'booking.horizon.remedy', parameters },
      suggestedStart: start,
      suggestedEnd: start + (endsAt - startsAt),
    };
  },
};
