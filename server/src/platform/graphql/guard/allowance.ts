import pLimit, { type LimitFunction } from 'p-limit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../../shared/errors.ts';

export interface AllowanceOptions {
  /** What one asker may spend in a minute, in the currency of `complexity.ts`. */
  readonly perMinute: number;
  /** Operations that cost this much take turns. */
  readonly costly: number;
  /** Costly operations of one asker, and of all, that are answered at once. */
  readonly costlyPerAsker: number;
  readonly costlyAtOnce: number;
  /** Operations of one asker that are answered or wait. */
  readonly inFlight: number;
}

/** A class behind one address stays below it, and an attacker far below what two cores can do. */
export const usualAllowance: AllowanceOptions = {
  perMinute: 700_000,
  costly: 2_000,
  costlyPerAsker: 2,
  costlyAtOnce: 4,
  inFlight: 100,
};

/** Where nothing is counted, for measuring. */
export const unlimited: AllowanceOptions = {
  perMinute: Number.MAX_SAFE_INTEGER,
  costly: Number.POSITIVE_INFINITY,
  costlyPerAsker: 1,
  costlyAtOnce: 1,
  inFlight: Number.POSITIVE_INFINITY,
};

/** What each asker may spend, so that nobody makes others wait. */
export interface Allowance {
  /** Takes the cost from the asker's allowance. Throws TRY_LATER, with `retryAfter` in seconds, where it is spent. */
  spend(asker: string, cost: number): Promise<void>;
  /** The same, then runs an operation when its turn has come. */
  run<Result>(asker: string, cost: number, operation: () => Result | Promise<Result>): Promise<Result>;
}

interface Asker {
  inFlight: number;
  readonly turns: LimitFunction;
}

/** Allowances of one process; they are full again when it starts. */
export function createAllowance(options: AllowanceOptions = usualAllowance): Allowance {
  const spent = new RateLimiterMemory({ points: options.perMinute, duration: 60 });
  const askers = new Map<string, Asker>();
  const turns = pLimit(options.costlyAtOnce);

  async function spend(asker: string, cost: number): Promise<void> {
    try {
      await spent.consume(asker, cost);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw tryLater(refused.msBeforeNext);
    }
  }

  return {
    spend,
    async run(name, cost, operation) {
      const asker = askers.get(name) ?? { inFlight: 0, turns: pLimit(options.costlyPerAsker) };
      if (asker.inFlight >= options.inFlight) throw tryLater(1000);
      askers.set(name, asker);
      asker.inFlight += 1;
      try {
        await spend(name, cost);
        // One asker's wait for each other first, so that the turns of all are not theirs alone.
        return cost < options.costly ? await operation() : await asker.turns(() => turns(async () => operation()));
      } finally {
        asker.inFlight -= 1;
        if (asker.inFlight === 0) askers.delete(name);
      }
    },
  };
}

function tryLater(milliseconds: number): DomainError {
  const retryAfter = Math.max(1, Math.ceil(milliseconds / 1000));
  return new DomainError('TRY_LATER', { key: 'errors.busyWithYours', parameters: { retryAfter } }, [], { retryAfter });
}
