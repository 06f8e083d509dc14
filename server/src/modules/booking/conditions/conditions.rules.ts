import type { ConditionCheck } from './booking-condition.rules.ts';
import type { BookingFacts } from './facts.rules.ts';
import { checkOpeningHours } from './opening-condition.rules.ts';
import { checkAudience, checkEmailVerified, checkSignedIn } from './person-conditions.rules.ts';
import {
  checkGrid,
  checkHorizon,
  checkInFuture,
  checkLeadTime,
  checkMaximum,
  checkMinimum,
} from './time-conditions.rules.ts';
import { checkSlotFree, checkUnitAvailable } from './unit-conditions.rules.ts';

/** Every condition in the order of `bookingConditions`; each decides alone. */
const checks: readonly ((facts: BookingFacts) => ConditionCheck)[] = [
  checkSignedIn,
  checkEmailVerified,
  checkAudience,
  checkUnitAvailable,
  checkInFuture,
  checkLeadTime,
  checkHorizon,
  checkGrid,
  checkMinimum,
  checkMaximum,
  checkOpeningHours,
  checkSlotFree,
];

/** All conditions of a booking, met or not, in the order of `bookingConditions`. Needs `startsAt < endsAt`. */
export const checkConditions = (facts: BookingFacts): ConditionCheck[] => checks.map((check) => check(facts));

/** The conditions that are not met. */
export const unmet = (all: readonly ConditionCheck[]): ConditionCheck[] => all.filter((check) => !check.passed);
