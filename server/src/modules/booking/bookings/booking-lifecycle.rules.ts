import type { BookingOutcome } from '../conditions/decision.rules.ts';
import type { BookingState, EndingParty } from './booking.enums.ts';

/** Who acts on a booking: those it is for, the staff of the centre where the equipment stands, or its deadline. */
export type BookingParty = EndingParty;

export type BookingCommand = 'move' | 'cancel' | 'approve' | 'decline';

/** Who may give which command. */
const givenBy: Readonly<Record<BookingCommand, readonly BookingParty[]>> = {
  move: ['holder', 'staff'],
  cancel: ['holder', 'staff'],
  approve: ['staff'],
  decline: ['staff', 'deadline'],
};

/** The whole life of a booking: what may be done in which state, and which state follows. */
const steps: Readonly<Record<BookingState, Partial<Readonly<Record<BookingCommand, BookingState>>>>> = {
  requested: { move: 'requested', cancel: 'cancelled', approve: 'confirmed', decline: 'declined' },
  confirmed: { move: 'confirmed', cancel: 'cancelled' },
  cancelled: {},
  declined: {},
};

type Granted = Exclude<BookingOutcome, 'REFUSED'>;

/** The state in which a new booking begins. */
export const firstState = { BOOK: 'confirmed', REQUEST: 'requested' } as const satisfies Record<Granted, BookingState>;

/** The states in which a booking has its time; in all others it is free again. */
export const standingStates = ['requested', 'confirmed'] as const satisfies readonly BookingState[];

/** The state of a booking that the staff have yet to answer. */
export const requestedState = 'requested' as const satisfies BookingState;

/** The state of a booking that somebody gave up. */
export const cancelledState = 'cancelled' as const satisfies BookingState;

/** Whether any of the parties may give a command at all, whatever the state. */
export const obeys = (command: BookingCommand, parties: readonly BookingParty[]): boolean =>
  parties.some((party) => givenBy[command].includes(party));

/** The state after a command; undefined where none of the parties may give it in this state. */
export const stateAfter = (
  state: BookingState,
  command: BookingCommand,
  parties: readonly BookingParty[],
): BookingState | undefined => (obeys(command, parties) ? steps[state][command] : undefined);

/** The state of a moved booking: staff agree to where they move it, everybody else begins anew. */
export const stateAfterMove = (
  state: BookingState,
  outcome: Granted,
  parties: readonly BookingParty[],
): BookingState => (parties.includes('staff') ? state : firstState[outcome]);

/** As whom somebody ends a booking: who holds it need not explain, whatever else they are. */
export const endingPartyOf = (parties: readonly BookingParty[]): EndingParty =>
  parties.includes('holder') ? 'holder' : 'staff';
