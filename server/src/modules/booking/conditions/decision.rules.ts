import type { ConditionResult, ConditionRule } from './condition.rules.ts';

/** What a request comes to: it can be booked, it can be requested, or it is refused. */
export const bookingOutcomes = ['BOOK', 'REQUEST', 'REFUSED'] as const;
export type BookingOutcome = (typeof bookingOutcomes)[number];

/** What one condition came to. */
export interface ConditionCheck<Name extends string = string> extends ConditionResult {
  readonly condition: Name;
}

export interface Decision<Name extends string> {
  readonly outcome: BookingOutcome;
  /** Every condition in the order of the list, met or not. */
  readonly checks: readonly ConditionCheck<Name>[];
  /** Those that are not met. */
  readonly reasons: readonly ConditionCheck<Name>[];
}

/** Decides by every condition at once: one that fails refuses, else one that needs approval makes it a request. */
export function decideBy<Name extends string, Facts>(
  conditions: readonly ConditionRule<Name, Facts>[],
  facts: Facts,
): Decision<Name> {
  const checks = conditions.map(({ condition, check }) => ({ condition, ...check(facts) }));
  const reasons = checks.filter(({ passed }) => !passed);
  const granted = checks.some(({ needsApproval }) => needsApproval) ? 'REQUEST' : 'BOOK';
  return { outcome: reasons.length > 0 ? 'REFUSED' : granted, checks, reasons };
}
