/** The life of a booking; `cancelled` is its end for now, later states follow `confirmed`. */
export const bookingStates = ['confirmed', 'cancelled'] as const;
export type BookingState = (typeof bookingStates)[number];

/** Which of one's bookings to list. */
export const bookingPeriods = ['upcoming', 'past', 'cancelled'] as const;
export type BookingPeriod = (typeof bookingPeriods)[number];
