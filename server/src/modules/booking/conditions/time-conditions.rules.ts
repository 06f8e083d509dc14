import { clockTime, dayName, durationName } from '../../../shared/text/wording.rules.ts';
import { gridStarts, isOnGrid, nearestStarts, nextOnGrid } from '../../../shared/time/grid.rules.ts';
import { instantAt, localDayAfter, wallMinutesAt } from '../../../shared/time/local-time.rules.ts';
import type { ConditionCheck } from './booking-condition.rules.ts';
import { type BookingFacts, day, minute } from './facts.rules.ts';

/** The earliest start on the grid that is neither past nor inside the lead time, as a suggestion. */
function earliest(facts: BookingFacts): Pick<ConditionCheck, 'suggestedStart' | 'suggestedEnd'> {
  const { now, zone, rules, startsAt, endsAt } = facts;
  const start = nextOnGrid(zone, rules.gridMinutes, now + rules.leadMinutes * minute);
  return start === undefined ? {} : { suggestedStart: start, suggestedEnd: start + (endsAt - startsAt) };
}

/** The time has not begun. */
export function checkInFuture(facts: BookingFacts): ConditionCheck {
  const condition = 'in_future';
  if (facts.startsAt >= facts.now) return { condition, passed: true, message: { key: 'booking.inFuture.met' } };
  return {
    condition,
    passed: false,
    message: { key: 'booking.inFuture.unmet' },
    remedy: { key: 'booking.inFuture.remedy' },
    ...earliest(facts),
  };
}

/** The booking is made long enough before it starts. */
export function checkLeadTime(facts: BookingFacts): ConditionCheck {
  const condition = 'lead_time';
  const { leadMinutes } = facts.rules;
  if (leadMinutes === 0) return { condition, passed: true, message: { key: 'booking.leadTime.none' } };
  const parameters = { lead: durationName(leadMinutes, facts.locale) };
  if (facts.startsAt >= facts.now + leadMinutes * minute) {
    return { condition, passed: true, message: { key: 'booking.leadTime.met', parameters } };
  }
  const suggestion = earliest(facts);
  const { zone, locale, now } = facts;
  const from = suggestion.suggestedStart ?? now + leadMinutes * minute;
  const time = `${dayName(from, zone, locale, now)} ${clockTime(from, zone, locale)}`;
  return {
    condition,
    passed: false,
    message: { key: 'booking.leadTime.unmet', parameters },
    remedy: { key: 'booking.leadTime.remedy', parameters: { time } },
    ...suggestion,
  };
}

/** The booking does not start too many local days ahead. */
export function checkHorizon(facts: BookingFacts): ConditionCheck {
  const condition = 'horizon';
  const { zone, locale, now, startsAt, endsAt, rules } = facts;
  const last = localDayAfter(zone, now, rules.horizonDays);
  const parameters = { days: rules.horizonDays, day: dayName(last.start, zone, locale, now) };
  if (startsAt < last.end) return { condition, passed: true, message: { key: 'booking.horizon.met', parameters } };
  const start = instantAt(last, wallMinutesAt(zone, startsAt), zone, 'first');
  return {
    condition,
    passed: false,
    message: { key: 'booking.horizon.unmet', parameters },
    remedy: { key: 'booking.horizon.remedy', parameters },
    suggestedStart: start,
    suggestedEnd: start + (endsAt - startsAt),
  };
}

/** The booking starts on the grid. */
export function checkGrid(facts: BookingFacts): ConditionCheck {
  const condition = 'grid';
  const { zone, locale, startsAt, endsAt } = facts;
  const { gridMinutes } = facts.rules;
  const parameters = { grid: durationName(gridMinutes, locale) };
  if (isOnGrid(zone, gridMinutes, startsAt)) {
    return { condition, passed: true, message: { key: 'booking.grid.met', parameters } };
  }
  const near = gridStarts(zone, gridMinutes, startsAt - day, startsAt + day);
  const [start] = nearestStarts(near, startsAt, 0, 1);
  return {
    condition,
    passed: false,
    message: { key: 'booking.grid.unmet', parameters },
    ...(start !== undefined && {
      remedy: { key: 'booking.grid.remedy', parameters: { time: clockTime(start, zone, locale) } },
      suggestedStart: start,
      suggestedEnd: start + (endsAt - startsAt),
    }),
  };
}

/** The booking is not too short. */
export const checkMinimum = (facts: BookingFacts): ConditionCheck =>
  checkLength(facts, 'minimum', facts.endsAt - facts.startsAt >= facts.rules.minimumMinutes * minute);

/** The booking is not too long. */
export const checkMaximum = (facts: BookingFacts): ConditionCheck =>
  checkLength(facts, 'maximum', facts.endsAt - facts.startsAt <= facts.rules.maximumMinutes * minute);

function checkLength(facts: BookingFacts, condition: 'minimum' | 'maximum', passed: boolean): ConditionCheck {
  const { zone, locale, startsAt, rules } = facts;
  const minutes = rules[`${condition}Minutes`];
  const parameters = { limit: durationName(minutes, locale) };
  if (passed) return { condition, passed, message: { key: `booking.${condition}.met`, parameters } };
  const end = startsAt + minutes * minute;
  return {
    condition,
    passed,
    message: { key: `booking.${condition}.unmet`, parameters },
    remedy: { key: `booking.${condition}.remedy`, parameters: { time: clockTime(end, zone, locale, true) } },
    suggestedStart: startsAt,
    suggestedEnd: end,
  };
}
