import type { RateLimit, RateLimits } from '../../../platform/context/rate-limits.ts';

const letters: RateLimit = { times: 5, seconds: 60 * 60 };
const codes: RateLimit = { times: 30, seconds: 24 * 60 * 60 };

const letter = 'e-mail code';
const attempt = 'e-mail code attempt';

/**
 * Counts by address, whether or not an account has it, for all processes together. Each letter allows a few wrong
 * codes, so whoever may ask for many letters could try many codes: in a day an address bears thirty, a chance of one in
 * thirty thousand. After that the links of the letters still work.
 */
export interface CodeLimit {
  /** Counts a letter; whether it may go out. */
  maySend(email: string): Promise<boolean>;
  /** Counts an attempt; whether it may be judged. */
  mayTry(email: string): Promise<boolean>;
  /** Whoever came in reads the mailbox, and is no guesser. */
  succeeded(email: string): Promise<void>;
}

export const codeLimit = (limits: RateLimits): CodeLimit => ({
  maySend: async (email) => (await limits.count({ who: email, action: letter }, letters)) === undefined,
  mayTry: async (email) => (await limits.count({ who: email, action: attempt }, codes)) === undefined,
  // Begins like the other, so that both are forgotten.
  succeeded: (email) => limits.forget(email, letter),
});
