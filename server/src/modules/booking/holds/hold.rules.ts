import { minute } from '../conditions/condition.rules.ts';
import type { HoldState } from './hold.enums.ts';

/** How long a time is held. */
export const holdMinutes = 15;

/** When a hold that begins now ends by itself. */
export const holdUntil = (now: Date): Date => new Date(now.getTime() + holdMinutes * minute);

/** How long the secret of a hold may be, in characters: a random UUID, or more. */
export const tokenLength = { minimum: 32, maximum: 80 };

interface Lasting {
  readonly state: HoldState;
  readonly expiresAt: Date;
}

/** What a hold is at a moment: the job that ends those that ran out comes round only once a minute. */
export const stateAt = ({ state, expiresAt }: Lasting, now: Date): HoldState =>
  state === 'held' && expiresAt <= now ? 'expired' : state;
