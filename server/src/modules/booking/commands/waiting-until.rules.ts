import type { BookingState } from '../bookings/booking.enums.ts';
import { requestedState } from '../bookings/booking-lifecycle.rules.ts';
import { answerBy } from '../conditions/approval/approval.rules.ts';
import type { RequestFacts } from '../conditions/condition.rules.ts';

/**
 * Until when a booking in a state waits for the staff; null where it does not. Whom they moved while waiting, `before`,
 * waits no longer than it would have.
 */
export function waitingUntil(
  state: BookingState,
  facts: Pick<RequestFacts, 'now' | 'startsAt'>,
  before: Date | null = null,
): Date | null {
  if (state !== requestedState) return null;
  return new Date(before ? Math.min(before.getTime(), facts.startsAt) : answerBy(facts));
}
