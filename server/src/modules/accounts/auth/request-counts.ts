import type { BetterAuthRateLimitStorage } from 'better-auth';
import type { Database } from '../../../platform/database/tables.ts';
import { countAttempt } from '../../../platform/limits/attempts.service.ts';

/** Where better-auth counts the requests of each network address, for all processes together. */
export const requestCounts = (db: Database): BetterAuthRateLimitStorage => ({
  async consume(key, { max, window }) {
    const [address = '', path = ''] = key.split('|');
    const attempt = { who: address, deed: `account request ${path}` };
    const wait = await countAttempt(db, attempt, { times: max, seconds: window }, new Date());
    return { allowed: wait === undefined, retryAfter: wait ?? null };
  },
});
