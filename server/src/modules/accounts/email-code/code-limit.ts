import type { RateLimit, RateLimits } from '../../../platform/context/rate-limits.ts';
import type { NetworkDigest } from '../sign-in/network-digest.ts';

const lettersFromHere: RateLimit = { times: 5, seconds: 60 * 60 };
/** Four networks' worth: who asks from one alone cannot use up what the owner of the mailbox needs. */
export const lettersFromAnywhere: RateLimit = { times: 20, seconds: 60 * 60 };
const codes: RateLimit = { times: 30, seconds: 24 * 60 * 60 };

const letter = 'e-mail code';
const attempt = 'e-mail code attempt';

/**
 * Counts by address, whether or not an account has it, for all processes together. From one network an address gets a
 * few letters, so that nobody keeps them from others who sit elsewhere; from all networks together a mailbox is not
 * flooded. Each letter allows a few wrong codes, so whoever may ask for many letters could try many codes: in a day an
 * address bears thirty, a chance of one in thirty thousand. After that the links of the letters still work.
 */
export interface CodeLimit {
  /** Counts a letter that is asked for from a network; whether it may go out. */
  maySend(email: string, network: string): Promise<boolean>;
  /** Counts an attempt; whether it may be judged. */
  mayTry(email: string): Promise<boolean>;
  /** Whoever came in reads the mailbox, and is no guesser. */
  succeeded(email: string): Promise<void>;
}

export const codeLimit = (limits: RateLimits, digest: NetworkDigest): CodeLimit => ({
  maySend: async (email, network) =>
    (await limits.count({ who: email, action: `${letter} from ${digest(network)}` }, lettersFromHere)) === undefined &&
    (await limits.count({ who: email, action: letter }, lettersFromAnywhere)) === undefined,
  mayTry: async (email) => (await limits.count({ who: email, action: attempt }, codes)) === undefined,
  // The others begin like it, so that all are forgotten.
  succeeded: (email) => limits.forget(email, letter),
});
