/** The states of a request for membership; `join-request-lifecycle.rules.ts` says which follows which. */
export const joinRequestStates = ['sent', 'accepted', 'declined', 'withdrawn'] as const;
export type JoinRequestState = (typeof joinRequestStates)[number];
