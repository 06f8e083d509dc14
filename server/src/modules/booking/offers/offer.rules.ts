import type { OfferState } from './offer.enums.ts';

/** How long a time is kept for somebody to choose. */
export const offerHours = 48;

/** When an offer that is made now ends by itself: once its time begins at the latest. */
export const offerUntil = (now: Date, startsAt: Date): Date =>
  new Date(Math.min(now.getTime() + offerHours * 3_600_000, startsAt.getTime()));

interface Lasting {
  readonly state: OfferState;
  readonly expiresAt: Date;
}

/** What an offer is at a moment: the job that ends those that ran out comes round only once a minute. */
export const offerStateAt = ({ state, expiresAt }: Lasting, now: Date): OfferState =>
  state === 'open' && expiresAt <= now ? 'expired' : state;
