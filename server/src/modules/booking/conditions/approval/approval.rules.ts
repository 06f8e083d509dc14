import { clockTime, dayName } from '../../../../shared/text/wording.rules.ts';
import { type ConditionRule, day, type RequestFacts } from '../condition.rules.ts';

/** How long the staff have to answer a request. */
const patience = 3 * day;

/** Until when the staff answer a request for a time, epoch milliseconds: three days, or its start where that is earlier. */
export const answerBy = ({ now, startsAt }: Pick<RequestFacts, 'now' | 'startsAt'>): number =>
  Math.min(now + patience, startsAt);

export const approval: ConditionRule<'approval', RequestFacts> = {
  condition: 'approval',
  description: 'Nobody has to agree, or the staff of the centre will be asked to.',
  check(facts) {
    const { rules, staffAgree, centreName, zone, locale, now } = facts;
    if (rules.approval === 'none') return { passed: true, message: { key: 'booking.approval.none' } };
    if (staffAgree) return { passed: true, message: { key: 'booking.approval.staff' } };
    const until = answerBy(facts);
    const time = `${dayName(until, zone, locale, now)} ${clockTime(until, zone, locale)}`;
    return {
      passed: true,
      needsApproval: true,
      message: { key: 'booking.approval.needed', parameters: { centre: centreName, time } },
    };
  },
};
