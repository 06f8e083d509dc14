import { clockTime, durationName } from '../../../../shared/text/wording.rules.ts';
import { gridStarts, isOnGrid, nearestStarts } from '../../../../shared/time/grid.rules.ts';
import { type ConditionRule, day, type RequestFacts, startStands } from '../condition.rules.ts';

export const grid: ConditionRule<'grid', RequestFacts> = {
  condition: 'grid',
  description: 'It starts on the grid of the equipment, counted from local midnight.',
  check({ zone, locale, startsAt, endsAt, rules: { gridMinutes }, startStands: stands }) {
    if (stands) return startStands;
    const parameters = { grid: durationName(gridMinutes, locale) };
    if (isOnGrid(zone, gridMinutes, startsAt)) {
      return { passed: true, message: { key: 'booking.grid.met', parameters } };
    }
    const near = gridStarts(zone, gridMinutes, startsAt - day, startsAt + day);
    const [start] = nearestStarts(near, startsAt, 0, 1);
    return {
      passed: false,
      message: { key: 'booking.grid.unmet', parameters },
      ...(start !== undefined && {
        remedy: { key: 'booking.grid.remedy', parameters: { time: clockTime(start, zone, locale) } },
        suggestedStart: start,
        suggestedEnd: start + (endsAt - startsAt),
      }),
    };
  },
};
