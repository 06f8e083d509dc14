import type { JoinRequestState } from './join-request.enums.ts';

/** Who acts on a request: whoever made it, or the staff of the centre that it asks. */
export type JoinRequestParty = 'maker' | 'staff';
export type JoinRequestCommand = 'accept' | 'decline' | 'withdraw';

/** Who may give a command, and the state that it ends a request in. */
const steps = {
  accept: { by: 'staff', to: 'accepted' },
  decline: { by: 'staff', to: 'declined' },
  withdraw: { by: 'maker', to: 'withdrawn' },
} as const satisfies Record<JoinRequestCommand, { readonly by: JoinRequestParty; readonly to: JoinRequestState }>;

/** The state in which a request waits for an answer; in all others it has its answer for good. */
export const waitingState = 'sent' as const satisfies JoinRequestState;

/** Whose command it is. */
export const partyOf = (command: JoinRequestCommand): JoinRequestParty => steps[command].by;

/** The state after a command. */
export const stateAfter = (command: JoinRequestCommand): Exclude<JoinRequestState, typeof waitingState> =>
  steps[command].to;
