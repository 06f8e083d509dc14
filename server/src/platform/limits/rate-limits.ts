import { createHmac } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { LimitedAction, RateLimit, RateLimits } from '../context/rate-limits.ts';
import type { Database } from '../database/tables.ts';

/**
 * Rate limits over a database, embedded or not.
 * @param secret keys the digests of who acts: addresses can be guessed, so that a digest without it would name them
 */
export function createRateLimits(db: Database, secret: string): RateLimits {
  const digestOf = (who: string) => createHmac('sha256', secret).update(`attempt ${who}`).digest('base64url');
  const keyOf = ({ who, action }: LimitedAction): string => `${digestOf(who)}:${action}`;
  const limiters = new Map<string, RateLimiterPostgres>();
  /** One for each limit: what is remembered as used up is used up under that limit. */
  function limiterOf({ times, seconds }: RateLimit): RateLimiterPostgres {
    const name = `${times}/${seconds}`;
    const limiter =
      limiters.get(name) ??
      new RateLimiterPostgres({
        storeClient: clientOf(db),
        storeType: 'client',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: '',
        points: times,
        duration: seconds,
        inMemoryBlockOnConsumed: times,
      });
    limiters.set(name, limiter);
    return limiter;
  }

  return {
    async count(action, limit) {
      try {
        await limiterOf(limit).consume(keyOf(action));
        return undefined;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      }
    },
    async used(action) {
      const found = await limiterOf({ times: 1, seconds: 1 }).get(keyOf(action));
      return found?.consumedPoints ?? 0;
    },
    async forget(who, actions) {
      for (const limiter of limiters.values()) limiter.deleteInMemoryBlockedAll();
      await db
        .deleteFrom('rate_limit')
        .where((row) => row.fn<boolean>('starts_with', ['key', row.val(keyOf({ who, action: actions }))]))
        .execute();
    },
  };
}

/** The part of a PostgreSQL client that the library uses, over Kysely. */
const clientOf = (db: Database) => ({
  async query({ text, values }: { readonly text: string; readonly values: readonly unknown[] }) {
    const { rows, numAffectedRows } = await db.executeQuery(CompiledQuery.raw(text, [...values]));
    return { rows, rowCount: Math.max(rows.length, Number(numAffectedRows ?? 0)) };
  },
});
