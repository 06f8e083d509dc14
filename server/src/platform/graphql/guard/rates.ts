import { LRUCache } from 'lru-cache';
import type { Allowance } from '../../limits/attempts.service.ts';

/** Counts what one asker does within a stretch of time, in this process. */
export interface Rates {
  /** Counts once more; the whole seconds to wait where the stretch already holds as many as allowed. */
  count(key: string, allowed: Allowance, now: Date): number | undefined;
}

/** Room for this many askers and fields; then those that were quiet longest make place. */
const mostKeys = 100_000;

/**
 * Counters for one process. They are forgotten when it stops, and behind several processes one asker has as
 * many times the allowance as there are processes: they keep a process from being worn out by what is asked often,
 * where a statement for each answer would cost more than the answer. What floods others or is guessed at is counted
 * by all processes together, see `countAttempt`.
 */
export function createRates(): Rates {
  const counts = new LRUCache<string, { since: number; times: number }>({ max: mostKeys });
  return {
    count(key, { times, seconds }, now) {
      const stretch = seconds * 1000;
      const count = counts.get(key);
      if (!count || now.getTime() - count.since >= stretch) {
        counts.set(key, { since: now.getTime(), times: 1 });
        return undefined;
      }
      if (count.times >= times) return Math.ceil((count.since + stretch - now.getTime()) / 1000);
      count.times += 1;
      return undefined;
    },
  };
}
