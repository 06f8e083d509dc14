const minute = 60_000;

/** How long before its start somebody may be checked in, in minutes. */
export const checkInMinutes = 15;

/** How long somebody who is late is waited for, in minutes. */
export const lateMinutes = 15;

/** How long after its end a booking to which nobody came may still be called one, in milliseconds. */
export const noShowAfter = 24 * 60 * minute;

/** From when on somebody may be checked in; epoch milliseconds, as all here. */
export const checkInFrom = (startsAt: number): number => startsAt - checkInMinutes * minute;

/** Until when somebody who is late is waited for, or until the end of a short booking. */
export const lateUntil = (startsAt: number): number => startsAt + lateMinutes * minute;

/** When the use of a booking that ends now is over: with the minute, and at its booked end at the latest. */
export const finishedAt = (now: number, endsAt: number): number => Math.min(Math.ceil(now / minute) * minute, endsAt);
