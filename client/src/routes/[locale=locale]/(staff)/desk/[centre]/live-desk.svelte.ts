import { subscribe } from '#lib/api/live.ts';
import { type DeskBooking, DeskChanges, type WaitingBooking, type WaitingRequest } from './desk.documents.ts';
import { hear, type ListRules, type LiveRows, reveal, rowsOf } from './live-rows.rules.ts';

/** What a page of a desk had when it was made. */
export interface DeskStart {
  readonly centreId: string;
  readonly cursor: string;
  readonly joinRequests: readonly WaitingRequest[];
  readonly approvals: readonly WaitingBooking[];
  readonly day: { readonly startsAt: string; readonly endsAt: string; readonly bookings: readonly DeskBooking[] };
}

const startOf = ({ startsAt }: DeskBooking) => Date.parse(startsAt);
const deadlineOf = ({ answerBy, startsAt }: WaitingBooking) => Date.parse(answerBy ?? startsAt);

const requestRules: ListRules<WaitingRequest> = {
  belongs: ({ state }) => state === 'SENT',
  compare: (one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt),
};

const approvalRules: ListRules<WaitingBooking> = {
  belongs: ({ state }) => state === 'REQUESTED',
  // What was answered has no deadline any more and stays where it stood.
  compare: (one, other) => (one.answerBy && other.answerBy ? deadlineOf(one) - deadlineOf(other) : 0),
};

/** A desk as it changes while its page is open. */
export class LiveDesk {
  readonly #start: DeskStart;
  readonly #dayRules: ListRules<DeskBooking>;
  joinRequests: LiveRows<WaitingRequest>;
  approvals: LiveRows<WaitingBooking>;
  day: LiveRows<DeskBooking>;
  revoked = $state<string>();

  constructor(start: DeskStart) {
    this.#start = start;
    this.joinRequests = $state.raw(rowsOf(start.joinRequests));
    this.approvals = $state.raw(rowsOf(start.approvals));
    this.day = $state.raw(rowsOf(start.day.bookings));
    const [from, until] = [Date.parse(start.day.startsAt), Date.parse(start.day.endsAt)];
    this.#dayRules = {
      belongs: (booking) =>
        booking.state !== 'CANCELLED' &&
        booking.state !== 'DECLINED' &&
        startOf(booking) < until &&
        Date.parse(booking.endsAt) > from,
      compare: (one, other) => startOf(one) - startOf(other),
    };
  }

  /** How many still wait for an answer, shown or not. */
  get open(): number {
    const requests = [...this.joinRequests.shown, ...this.joinRequests.waiting].filter(requestRules.belongs);
    const approvals = [...this.approvals.shown, ...this.approvals.waiting].filter(approvalRules.belongs);
    return requests.length + approvals.length;
  }

  /** How many came while somebody was at the list. */
  get unseen(): number {
    return this.joinRequests.waiting.length + this.approvals.waiting.length;
  }

  /** Listens until the returned function is called. `mayMove` says whether rows may appear and change their places. */
  follow(mayMove: () => boolean, onGap: () => void): () => void {
    const { centreId, cursor } = this.#start;
    return subscribe({
      document: DeskChanges,
      variables: { centreId },
      cursor,
      onUpdate: (update) => {
        if (update.__typename === 'DeskChange') this.hear(update, mayMove());
      },
      onGap,
      onRevoked: (message) => {
        this.revoked = message;
      },
    });
  }

  /** Takes in what changed, as it is now. */
  hear(
    { booking, joinRequest }: { booking?: WaitingBooking | null; joinRequest?: WaitingRequest | null },
    mayMove = false,
  ): void {
    if (joinRequest) this.joinRequests = hear(this.joinRequests, joinRequest, requestRules, mayMove);
    if (!booking) return;
    this.approvals = hear(this.approvals, booking, approvalRules, mayMove);
    this.day = hear(this.day, booking, this.#dayRules, mayMove);
  }

  /** Shows what came while somebody was at the lists of what waits. */
  revealWaiting(): void {
    this.joinRequests = reveal(this.joinRequests, requestRules);
    this.approvals = reveal(this.approvals, approvalRules);
  }

  /** Shows what waited of the day. */
  revealDay(): void {
    this.day = reveal(this.day, this.#dayRules);
  }
}
