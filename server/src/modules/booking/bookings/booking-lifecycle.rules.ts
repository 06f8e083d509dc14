import type { BookingOutcome } from '../conditions/decision.rules.ts';
import type { BookingState, EndingParty } from './booking.enums.ts';

/**
 * Who acts on a booking: those it is for, who receives people at the centre where the equipment stands, its staff, or
 * the clock, once a deadline or its end has come.
 */
export type BookingParty = EndingParty | 'host';

export const bookingCommands = [
  'move',
  'cancel',
  'approve',
  'decline',
  'check_in',
  'check_out',
  'extend',
  'no_show',
  'complete',
] as const;
export type BookingCommand = (typeof bookingCommands)[number];

/** Who may give which command. */
const givenBy: Readonly<Record<BookingCommand, readonly BookingParty[]>> = {
  move: ['holder', 'staff'],
  cancel: ['holder', 'staff'],
  approve: ['staff'],
  decline: ['staff', 'deadline'],
  check_in: ['holder', 'host'],
  check_out: ['holder', 'host'],
  extend: ['holder', 'host'],
  no_show: ['host'],
  complete: ['deadline'],
};

/** The whole life of a booking: what may be done in which state, and which state follows. */
const steps: Readonly<Record<BookingState, Partial<Readonly<Record<BookingCommand, BookingState>>>>> = {
  requested: { move: 'requested', cancel: 'cancelled', approve: 'confirmed', decline: 'declined' },
  confirmed: {
    ...{ move: 'confirmed', cancel: 'cancelled', extend: 'confirmed' },
    ...{ check_in: 'checked_in', no_show: 'no_show', complete: 'completed' },
  },
  checked_in: { check_out: 'completed', extend: 'checked_in', complete: 'completed' },
  // Where nobody was checked in, staff may still say so afterwards.
  completed: { no_show: 'no_show' },
  cancelled: {},
  declined: {},
  no_show: {},
};

type Granted = Exclude<BookingOutcome, 'REFUSED'>;

/** The state in which a new booking begins. */
export const firstState = { BOOK: 'confirmed', REQUEST: 'requested' } as const satisfies Record<Granted, BookingState>;

/** The states in which a booking has its time; in all others it is over, or its time is free again. */
export const standingStates = ['requested', 'confirmed', 'checked_in'] as const satisfies readonly BookingState[];

/** The states in which the time was promised and is not over. */
export const agreedStates = ['confirmed', 'checked_in'] as const satisfies readonly BookingState[];

/** The states of a booking that came to nothing before its time. */
export const fallenStates = ['cancelled', 'declined'] as const satisfies readonly BookingState[];

/** The states in which a booking may still be given up. */
export const cancellableStates = ['requested', 'confirmed'] as const satisfies readonly BookingState[];

/** Whether a state is among those named above. */
export const isIn = (states: readonly BookingState[], state: BookingState): boolean => states.includes(state);

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
