import { nextOnGrid } from '../../../shared/time/grid.rules.ts';
import { type ConditionResult, minute, type RequestFacts } from './condition.rules.ts';

/** The earliest start on the grid that is neither past nor inside the lead time, as a suggestion. */
export function earliestStart(facts: RequestFacts): Pick<ConditionResult, 'suggestedStart' | 'suggestedEnd'> {
  const { now, zone, rules, startsAt, endsAt } = facts;
  const start = nextOnGrid(zone, rules.gridMinutes, now + rules.leadMinutes * minute);
  return start === undefined ? {} : { suggestedStart: start, suggestedEnd: start + (endsAt - startsAt) };
}
