import type { BookingOutcome } from '../conditions/decision.rules.ts';
import type { BookingState } from './booking.enums.ts';

/** Who acts on a booking: those it is for, or the staff of the centre where the equipment stands. */
export type BookingParty = 'holder' | 'staff';

export type BookingCommand = 'move' | 'cancel';

interface Step {
  readonly by: readonly BookingParty[];
  readonly to: BookingState;
}

const everybody: readonly BookingParty[] = ['holder', 'staff'];

/** The whole life of a booking: in which state who may do what, and which state follows. */
const steps: Readonly<Record<BookingState, Partial<Readonly<Record<BookingCommand, Step>>>>> = {
  requested: { move: { by: everybody, to: 'requested' }, cancel: { by: everybody, to: 'cancelled' } },
  confirmed: { move: { by: everybody, to: 'confirmed' }, cancel: { by: everybody, to: 'cancelled' } },
  cancelled: {},
};

/** The state in which a new booking begins. */
export const firstState = { BOOK: 'confirmed', REQUEST: 'requested' } as const satisfies Record<
  Exclude<BookingOutcome, 'REFUSED'>,
  BookingState
>;

/** The states in which a booking has its time; in all others it is free again. */
export const standingStates = ['requested', 'confirmed'] as const satisfies readonly BookingState[];

/** The state of a booking that somebody gave up. */
export const cancelledState = 'cancelled' as const satisfies BookingState;

/** The state after a command; undefined where none of the parties may give it in this state. */
export function stateAfter(
  state: BookingState,
  command: BookingCommand,
  parties: readonly BookingParty[],
): BookingState | undefined {
  const step = steps[state][command];
  return step && parties.some((party) => step.by.includes(party)) ? step.to : undefined;
}
