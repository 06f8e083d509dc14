/** The life of a booking; `cancelled` is its end for now, later states follow `confirmed`. */
export const bookingStates = ['confirmed', 'cancelled'] as const;
export type BookingState = (typeof bookingStates)[number];

/** What may take a unit's time. */
export const occupancyKinds = ['booking', 'maintenance', 'closure', 'training'] as const;
export type OccupancyKind = (typeof occupancyKinds)[number];

/** Which of one's bookings to list. */
export const bookingPeriods = ['upcoming', 'past', 'cancelled'] as const;
export type BookingPeriod = (typeof bookingPeriods)[number];
