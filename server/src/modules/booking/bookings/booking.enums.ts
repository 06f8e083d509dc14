/** The states of a booking; `booking-lifecycle.rules.ts` says which follows which. */
export const bookingStates = [
  'requested',
  'confirmed',
  'checked_in',
  'completed',
  'declined',
  'cancelled',
  'no_show',
] as const;
export type BookingState = (typeof bookingStates)[number];

/** Who can end a booking: those it is for, the staff of the centre, or the deadline that nobody answered before. */
export const endingParties = ['holder', 'staff', 'deadline'] as const;
export type EndingParty = (typeof endingParties)[number];

/** Which of one's bookings to list. */
export const bookingPeriods = ['upcoming', 'past', 'cancelled'] as const;
export type BookingPeriod = (typeof bookingPeriods)[number];
