import type { Database } from '../../../platform/database/tables.ts';
import {
  type Allowance,
  countAttempt,
  forgetAttempts,
  readAttempts,
} from '../../../platform/limits/attempts.service.ts';
import { stableId } from '../../../shared/ids/stable-id.rules.ts';

const here: Allowance = { times: 10, seconds: 15 * 60 };
const everywhere: Allowance = { times: 100, seconds: 15 * 60 };
const trickle: Allowance = { times: 1, seconds: 20 };

const fromAnywhere = 'failed sign-in';
/** Networks are people's too, and kept as a digest. */
const from = (network: string) => `${fromAnywhere} from ${stableId('network', network)}`;

/**
 * Counts failed sign-ins by address, whether or not an account has it, for all processes together. From one network
 * an address waits after a few failures, so that nobody locks out others who sit elsewhere. From all networks together
 * it only gets slower after many, but for networks where its person is signed in already.
 */
export interface SignInLimit {
  /** Whether one more attempt has to wait. */
  mustWait(email: string, network: string): Promise<boolean>;
  failed(email: string, network: string): Promise<void>;
  succeeded(email: string, network: string): Promise<void>;
  /** After the password was chosen anew, by whoever reads the mailbox. */
  reset(email: string): Promise<void>;
}

/** `knows` tells whether the person of an address is signed in from a network; asked only where it matters. */
export function signInLimit(
  db: Database,
  now: () => Date,
  knows: (email: string, network: string) => Promise<boolean>,
): SignInLimit {
  return {
    async mustWait(email, network) {
      const failures = await readAttempts(db, email, [from(network), fromAnywhere], now());
      if ((failures.get(from(network)) ?? 0) >= here.times) return true;
      if ((failures.get(fromAnywhere) ?? 0) < everywhere.times || (await knows(email, network))) return false;
      return (await countAttempt(db, { who: email, deed: 'sign-in while slowed' }, trickle, now())) !== undefined;
    },
    async failed(email, network) {
      await countAttempt(db, { who: email, deed: from(network) }, here, now());
      await countAttempt(db, { who: email, deed: fromAnywhere }, everywhere, now());
    },
    succeeded: (email, network) => forgetAttempts(db, email, from(network)),
    reset: (email) => forgetAttempts(db, email, fromAnywhere),
  };
}
