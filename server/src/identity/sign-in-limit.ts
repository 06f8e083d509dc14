import { attemptLimit } from './attempt-limit.rules.ts';

const quarterOfAnHour = 15 * 60 * 1000;

/**
 * Counts failed sign-ins by address, whether or not an account has it. From one network an address waits after a few
 * failures, so that nobody locks out others who sit elsewhere. From all networks together it only gets slower after
 * many, but for networks where its person is signed in already.
 */
export interface SignInLimit {
  /** Whether one more attempt has to wait. */
  mustWait(email: string, network: string): Promise<boolean>;
  failed(email: string, network: string): void;
  succeeded(email: string, network: string): void;
  /** After the password was chosen anew, by whoever reads the mailbox. */
  reset(email: string): void;
}

/** `knows` tells whether the person of an address is signed in from a network; asked only where it matters. */
export function signInLimit(
  now: () => number,
  knows: (email: string, network: string) => Promise<boolean>,
): SignInLimit {
  const here = attemptLimit({ most: 10, milliseconds: quarterOfAnHour });
  const everywhere = attemptLimit({ most: 100, milliseconds: quarterOfAnHour });
  const trickle = attemptLimit({ most: 1, milliseconds: 20_000 });
  const pair = (email: string, network: string) => `${email} ${network}`;
  return {
    async mustWait(email, network) {
      if (here.isSpent(pair(email, network), now())) return true;
      if (!everywhere.isSpent(email, now()) || (await knows(email, network))) return false;
      if (trickle.isSpent(email, now())) return true;
      trickle.note(email, now());
      return false;
    },
    failed(email, network) {
      here.note(pair(email, network), now());
      everywhere.note(email, now());
    },
    succeeded: (email, network) => here.forget(pair(email, network)),
    reset(email) {
      here.forgetAll(pair(email, ''));
      everywhere.forget(email);
    },
  };
}
