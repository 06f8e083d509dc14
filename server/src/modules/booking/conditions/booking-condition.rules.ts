import type { Message } from '../../../platform/i18n/translate.ts';

/** Everything that must hold for a booking, in the order in which people are told. */
export const bookingConditions = [
  'signed_in',
  'email_verified',
  'audience',
  'unit_available',
  'in_future',
  'lead_time',
  'horizon',
  'grid',
  'minimum',
  'maximum',
  'opening_hours',
  'slot_free',
] as const;
export type BookingCondition = (typeof bookingConditions)[number];

/** One condition of a booking, met or not; where not, what would help. */
export interface ConditionCheck {
  readonly condition: BookingCondition;
  readonly passed: boolean;
  readonly message: Message;
  readonly remedy?: Message;
  /** A time (epoch milliseconds) that meets this condition, as near to the wanted one as it can be. */
  readonly suggestedStart?: number;
  readonly suggestedEnd?: number;
}
