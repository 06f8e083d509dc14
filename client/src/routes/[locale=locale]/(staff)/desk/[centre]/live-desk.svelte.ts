import { subscribe } from '#lib/api/live.ts';
import { type DeskBooking, DeskChanges } from './desk.documents.ts';
import { hear, type ListRules, type LiveRows, reveal, rowsOf } from './live-rows.rules.ts';

/** What a page of a desk had when it was made. */
export interface DeskStart {
  readonly centreId: string;
  readonly cursor: string;
  readonly day: { readonly startsAt: string; readonly endsAt: string; readonly bookings: readonly DeskBooking[] };
}

const startOf = ({ startsAt }: DeskBooking) => Date.parse(startsAt);

/** A desk as it changes while its page is open. */
export class LiveDesk {
  readonly #start: DeskStart;
  readonly #dayRules: ListRules<DeskBooking>;
  day: LiveRows<DeskBooking>;
  revoked = $state<string>();

  constructor(start: DeskStart) {
    this.#start = start;
    this.day = $state.raw(rowsOf(start.day.bookings));
    const [from, until] = [Date.parse(start.day.startsAt), Date.parse(start.day.endsAt)];
    this.#dayRules = {
      belongs: (booking) =>
        booking.state !== 'CANCELLED' && startOf(booking) < until && Date.parse(booking.endsAt) > from,
      compare: (one, other) => startOf(one) - startOf(other),
    };
  }

  /** Listens until the returned function is called. `mayMove` says whether rows may appear and change their places. */
  follow(mayMove: () => boolean, onGap: () => void): () => void {
    const { centreId, cursor } = this.#start;
    return subscribe({
      document: DeskChanges,
      variables: { centreId },
      cursor,
      onUpdate: (update) => {
        if (update.__typename !== 'DeskChange') return;
        if (update.booking) this.day = hear(this.day, update.booking, this.#dayRules, mayMove());
      },
      onGap,
      onRevoked: (message) => {
        this.revoked = message;
      },
    });
  }

  /** Shows what waited of the day. */
  revealDay(): void {
    this.day = reveal(this.day, this.#dayRules);
  }
}
