/** Why a time is offered: in place of one that was taken, or that one itself since it is free again. */
export const offerKinds = ['instead', 'back'] as const;
export type OfferKind = (typeof offerKinds)[number];

/** The life of an offer: it is open until its holder answers, it runs out, or the time is taken away from it too. */
export const offerStates = ['open', 'taken', 'declined', 'expired', 'withdrawn'] as const;
export type OfferState = (typeof offerStates)[number];
