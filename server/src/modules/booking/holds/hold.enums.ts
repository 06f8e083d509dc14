/** The life of a hold: it stands until its time becomes a booking, is let go, or runs out. */
export const holdStates = ['held', 'booked', 'released', 'expired'] as const;
export type HoldState = (typeof holdStates)[number];
