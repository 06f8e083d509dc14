/** The states of a booking; `booking-lifecycle.rules.ts` says which follows which. */
export const bookingStates = ['requested', 'confirmed', 'cancelled'] as const;
export type BookingState = (typeof bookingStates)[number];

/** Which of one's bookings to list. */
export const bookingPeriods = ['upcoming', 'past', 'cancelled'] as const;
export type BookingPeriod = (typeof bookingPeriods)[number];
