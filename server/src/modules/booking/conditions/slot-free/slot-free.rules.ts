import type { Message } from '../../../../platform/i18n/translate.ts';
import { clockTime, durationName } from '../../../../shared/text/wording.rules.ts';
import { overlap } from '../../../../shared/time/interval.rules.ts';
import type { ConditionRule, RequestFacts } from '../condition.rules.ts';
import type { ConditionCheck } from '../decision.rules.ts';
import { type CandidateUnit, inTheWay, isPeoples, type UnitFacts } from '../unit-available/unit-facts.rules.ts';

type Facts = RequestFacts & UnitFacts;

export const slotFree: ConditionRule<'slot_free', Facts> = {
  condition: 'slot_free',
  description: 'Nobody else has booked the time; the only condition that others may change within a moment.',
  check(facts) {
    const available = facts.units.filter((unit) => inTheWay(facts, unit).every(isPeoples));
    // Where no unit is there anyway, only bookings count: they are what this condition is about.
    const considered = available.length > 0 ? available : facts.units;
    const free = considered.some((unit) => !inTheWay(facts, unit).some(isPeoples));
    if (free || considered.length === 0) return { passed: true, message: { key: 'booking.slotFree.met' } };
    const held = heldUntil(facts, considered);
    if (held !== undefined) return slotHeld(facts, held);
    const roomy = considered.find((unit) => onlyBuffersCollide(facts, unit));
    return roomy ? { ...slotTaken(facts), message: sayBuffers(facts, roomy) } : slotTaken(facts);
  },
};

/** The refusal of a time that was free when looked at and taken when asked for, or taken from the start. */
export const slotTaken = ({ units }: UnitFacts): ConditionCheck<'slot_free'> => ({
  condition: 'slot_free',
  passed: false,
  message: { key: 'booking.slotFree.unmet', parameters: { units: units.length } },
  remedy: { key: 'booking.slotFree.remedy' },
});

/** The refusal of a time that others may still let go of. */
function slotHeld(facts: Facts, until: number): ConditionCheck<'slot_free'> {
  const parameters = { until: clockTime(until, facts.zone, facts.locale) };
  return {
    condition: 'slot_free',
    passed: false,
    message: { key: 'booking.slotFree.held', parameters },
    remedy: { key: 'booking.slotFree.remedyHeld', parameters },
  };
}

/** When the first unit is free again of which nothing but holds takes the time; undefined where there is none. */
function heldUntil(facts: Facts, units: readonly CandidateUnit[]): number | undefined {
  const ends = units.flatMap((unit) => {
    const inUse = inTheWay(facts, unit);
    return inUse.every(({ kind }) => kind === 'hold') ? [Math.max(...inUse.map((busy) => busy.heldUntil ?? 0))] : [];
  });
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

const onlyBuffersCollide = (facts: Facts, unit: CandidateUnit): boolean =>
  !inTheWay(facts, unit).some((busy) => isPeoples(busy) && overlap(busy, { start: facts.startsAt, end: facts.endsAt }));

/** Which of set-up and clean-up does not fit beside the bookings before and after. */
function sayBuffers(facts: Facts, unit: CandidateUnit): Message {
  const { rules, locale, startsAt, endsAt } = facts;
  const busy = inTheWay(facts, unit).filter(isPeoples);
  const parameters = {
    setUp: durationName(rules.bufferBeforeMinutes, locale),
    cleanUp: durationName(rules.bufferAfterMinutes, locale),
  };
  const before = busy.some(({ end }) => end <= startsAt);
  const after = busy.some(({ start }) => start >= endsAt);
  if (before && after) return { key: 'booking.slotFree.buffers', parameters };
  return { key: before ? 'booking.slotFree.setUp' : 'booking.slotFree.cleanUp', parameters };
}
