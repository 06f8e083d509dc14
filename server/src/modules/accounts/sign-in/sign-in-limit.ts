import type { RateLimit, RateLimits } from '../../../platform/context/rate-limits.ts';
import type { NetworkDigest } from './network-digest.ts';

const here: RateLimit = { times: 10, seconds: 15 * 60 };
const everywhere: RateLimit = { times: 100, seconds: 15 * 60 };
const trickle: RateLimit = { times: 1, seconds: 20 };

const fromAnywhere = 'failed sign-in';

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
  limits: RateLimits,
  digest: NetworkDigest,
  knows: (email: string, network: string) => Promise<boolean>,
): SignInLimit {
  const from = (network: string) => `${fromAnywhere} from ${digest(network)}`;
  return {
    async mustWait(email, network) {
      if ((await limits.used({ who: email, action: from(network) })) >= here.times) return true;
      const failures = await limits.used({ who: email, action: fromAnywhere });
      if (failures < everywhere.times || (await knows(email, network))) return false;
      return (await limits.count({ who: email, action: 'sign-in while slowed' }, trickle)) !== undefined;
    },
    async failed(email, network) {
      await limits.count({ who: email, action: from(network) }, here);
      await limits.count({ who: email, action: fromAnywhere }, everywhere);
    },
    succeeded: (email, network) => limits.forget(email, from(network)),
    reset: (email) => limits.forget(email, fromAnywhere),
  };
}
