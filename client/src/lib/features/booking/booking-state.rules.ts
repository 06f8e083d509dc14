/** What a booking is at a moment, as its holder would say. */
export type BookingStage = 'cancelled' | 'past' | 'running' | 'confirmed';

/** The stage of a booking at `now`, epoch milliseconds; one that has just ended is past. */
export function stageOf(
  { state, startsAt, endsAt }: { readonly state: string; readonly startsAt: string; readonly endsAt: string },
  now: number,
): BookingStage {
  if (state === 'CANCELLED') return 'cancelled';
  if (Date.parse(endsAt) <= now) return 'past';
  return Date.parse(startsAt) <= now ? 'running' : 'confirmed';
}
