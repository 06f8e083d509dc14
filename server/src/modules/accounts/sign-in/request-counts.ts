import type { BetterAuthRateLimitStorage } from 'better-auth';
import type { RateLimits } from '../../../platform/context/rate-limits.ts';

/** Where better-auth counts the requests of each network address, for all processes together. */
export const requestCounts = (limits: RateLimits): BetterAuthRateLimitStorage => ({
  async consume(key, { max, window }) {
    const [address = '', path = ''] = key.split('|');
    const attempt = { who: address, action: `account request ${path}` };
    const wait = await limits.count(attempt, { times: max, seconds: window });
    return { allowed: wait === undefined, retryAfter: wait ?? null };
  },
});
