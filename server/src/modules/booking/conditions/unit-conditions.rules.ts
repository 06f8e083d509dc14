import type { Message } from '../../../platform/i18n/translate.ts';
import { withoutStop } from '../../../shared/text/wording.rules.ts';
import type { ConditionCheck } from './booking-condition.rules.ts';
import { type BookingFacts, type CandidateUnit, type TakenTime, withBuffers } from './facts.rules.ts';

const inTheWay = (facts: BookingFacts, unit: CandidateUnit): readonly TakenTime[] => {
  const wanted = withBuffers(facts);
  return unit.taken.filter((taken) => taken.start < wanted.end && wanted.start < taken.end);
};

const isBooking = (taken: TakenTime): boolean => taken.kind === 'booking';

/** The ids of the units that are free for the whole time with buffers, in the order in which they are given out. */
export const freeUnits = (facts: BookingFacts): string[] =>
  facts.units.filter((unit) => inTheWay(facts, unit).length === 0).map((unit) => unit.id);

/** A unit is there: not withdrawn, nor taken by maintenance, closure or training. */
export function checkUnitAvailable(facts: BookingFacts): ConditionCheck {
  const condition = 'unit_available';
  if (facts.units.length === 0) {
    return {
      condition,
      passed: false,
      message: { key: 'booking.unitAvailable.withdrawn' },
      remedy: { key: 'booking.unitAvailable.remedyWithdrawn' },
    };
  }
  const blocks = facts.units.map((unit) => inTheWay(facts, unit).find((taken) => !isBooking(taken)));
  const [block] = blocks;
  if (!block || !blocks.every(Boolean))
    return { condition, passed: true, message: { key: 'booking.unitAvailable.met' } };
  return { condition, passed: false, message: sayBlock(block), remedy: { key: 'booking.unitAvailable.remedy' } };
}

const blockKeys = {
  booking: 'booking.unitAvailable.closure',
  maintenance: 'booking.unitAvailable.maintenance',
  closure: 'booking.unitAvailable.closure',
  training: 'booking.unitAvailable.training',
} as const;

const sayBlock = ({ kind, note }: TakenTime): Message => ({
  key: blockKeys[kind],
  parameters: { hasNote: note ? 'yes' : 'no', note: withoutStop(note ?? '') },
});

/** Nobody else has booked the time. */
export function checkSlotFree(facts: BookingFacts): ConditionCheck {
  const condition = 'slot_free';
  const available = facts.units.filter((unit) => inTheWay(facts, unit).every(isBooking));
  // Where no unit is there anyway, only bookings count: they are what this condition is about.
  const considered = available.length > 0 ? available : facts.units;
  const free = considered.some((unit) => !inTheWay(facts, unit).some(isBooking));
  if (free || considered.length === 0) return { condition, passed: true, message: { key: 'booking.slotFree.met' } };
  return slotTaken(facts);
}

/** The refusal of a time that was free when looked at and taken when asked for, or taken from the start. */
export const slotTaken = ({ units }: Pick<BookingFacts, 'units'>): ConditionCheck => ({
  condition: 'slot_free',
  passed: false,
  message: { key: 'booking.slotFree.unmet', parameters: { units: units.length } },
  remedy: { key: 'booking.slotFree.remedy' },
});
