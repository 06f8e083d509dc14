import { startsInRoom } from '../../equipment/availability/room.rules.ts';
import { openIntervals } from '../../opening-hours/hours/opening.rules.ts';
import { minute, type RequestFacts } from '../conditions/condition.rules.ts';
import type { OpeningFacts } from '../conditions/opening-hours/opening-hours.rules.ts';
import type { UnitFacts } from '../conditions/unit-available/unit-facts.rules.ts';

type Facts = Pick<RequestFacts, 'rules' | 'zone' | 'startsAt'> & Pick<OpeningFacts, 'opening'> & UnitFacts;

/** How far from its start a booking can last at most, epoch milliseconds. */
export const farthestEnd = ({ startsAt, rules }: Pick<RequestFacts, 'startsAt' | 'rules'>): number =>
  startsAt + rules.maximumMinutes * minute;

/**
 * The latest end that a booking of the first unit may have, by its start, the hours, the longest booking and what comes
 * after it; undefined where it may not even last as long as the shortest.
 */
export function latestEnd(facts: Facts): number | undefined {
  const { rules, zone, opening, units, startsAt } = facts;
  const [unit] = units;
  if (!unit) return undefined;
  const open = openIntervals({ ...opening, zone, from: startsAt, until: farthestEnd(facts) });
  const shortest = { ...rules, minimumMinutes: 0 };
  const [found] = startsInRoom({ rules: shortest, open, busy: unit.busy }, [startsAt]);
  return found?.until;
}
