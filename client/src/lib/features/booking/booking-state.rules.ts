/** The states of a booking, as the API says them. */
export type BookingState =
  | 'REQUESTED'
  | 'CONFIRMED'
  | 'CHECKED_IN'
  | 'COMPLETED'
  | 'DECLINED'
  | 'CANCELLED'
  | 'NO_SHOW';

/** What a booking is at a moment, as its holder would say. */
export type BookingStage = 'cancelled' | 'declined' | 'missed' | 'past' | 'running' | 'using' | 'waiting' | 'confirmed';

interface Staged {
  readonly state: BookingState;
  readonly startsAt: string;
  readonly endsAt: string;
}

const lasting = { CANCELLED: 'cancelled', DECLINED: 'declined', NO_SHOW: 'missed', COMPLETED: 'past' } as const;

/** The stage of a booking at `now`, epoch milliseconds; one that has just ended is past, and who waits never runs. */
export function stageOf({ state, startsAt, endsAt }: Staged, now: number): BookingStage {
  if (state in lasting) return lasting[state as keyof typeof lasting];
  if (Date.parse(endsAt) <= now) return 'past';
  if (state === 'REQUESTED') return 'waiting';
  if (state === 'CHECKED_IN') return 'using';
  return Date.parse(startsAt) <= now ? 'running' : 'confirmed';
}
