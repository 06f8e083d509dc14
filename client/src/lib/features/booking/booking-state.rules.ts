/** What a booking is at a moment, as its holder would say. */
export type BookingStage = 'cancelled' | 'declined' | 'past' | 'running' | 'waiting' | 'confirmed';

interface Staged {
  readonly state: 'REQUESTED' | 'CONFIRMED' | 'CANCELLED' | 'DECLINED';
  readonly startsAt: string;
  readonly endsAt: string;
}

/** The stage of a booking at `now`, epoch milliseconds; one that has just ended is past, and who waits never runs. */
export function stageOf({ state, startsAt, endsAt }: Staged, now: number): BookingStage {
  if (state === 'CANCELLED') return 'cancelled';
  if (state === 'DECLINED') return 'declined';
  if (Date.parse(endsAt) <= now) return 'past';
  if (state === 'REQUESTED') return 'waiting';
  return Date.parse(startsAt) <= now ? 'running' : 'confirmed';
}
