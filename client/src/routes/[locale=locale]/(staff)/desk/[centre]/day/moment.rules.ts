import type { BookingState } from '#lib/features/booking/booking-state.rules.ts';

const minute = 60_000;
/** As on the server: from when on somebody may be checked in, and how long whoever is late is waited for, in minutes. */
const early = 15;
export const lateMinutes = 15;
/** How far ahead arrivals are shown, in minutes. */
const ahead = 120;

interface Timed {
  readonly state: BookingState;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Where a booking stands at a moment of the desk: before it, due, under way; nothing where it needs nobody now. */
export type DeskMoment = 'late' | 'using' | 'arriving';

export function momentOf({ state, startsAt, endsAt }: Timed, now: number): DeskMoment | undefined {
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
  if (end <= now) return undefined;
  if (state === 'CHECKED_IN') return 'using';
  if (state !== 'CONFIRMED') return undefined;
  if (start <= now) return 'late';
  return start - now <= ahead * minute ? 'arriving' : undefined;
}

/** How many minutes somebody is late. */
export const minutesLate = ({ startsAt }: Timed, now: number): number =>
  Math.floor((now - Date.parse(startsAt)) / minute);

/** Whether somebody may be checked in. */
export const mayArrive = ({ state, startsAt, endsAt }: Timed, now: number): boolean =>
  state === 'CONFIRMED' && Date.parse(startsAt) - early * minute <= now && now < Date.parse(endsAt);

/** Whether it may be said that nobody came. */
export const mayBeMissed = (booking: Timed, now: number): boolean =>
  booking.state === 'CONFIRMED' && minutesLate(booking, now) >= lateMinutes;
