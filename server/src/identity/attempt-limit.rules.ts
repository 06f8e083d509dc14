/** Counts attempts by key, such as failed sign-ins by address, within a stretch of time since the first. */
export interface AttemptLimit {
  /** Whether the key used up its attempts. `now` in epoch milliseconds. */
  isSpent(key: string, now: number): boolean;
  note(key: string, now: number): void;
  forget(key: string): void;
  /** Forgets every key that begins so. */
  forgetAll(beginning: string): void;
}

/** Room for this many keys; then the oldest make place, so that a flood of keys takes no more memory. */
const mostKeys = 50_000;

/** At most `most` attempts by key within `milliseconds`. */
export function attemptLimit({ most, milliseconds }: { most: number; milliseconds: number }): AttemptLimit {
  const counts = new Map<string, { since: number; attempts: number }>();
  const current = (key: string, now: number) => {
    const count = counts.get(key);
    return count && now - count.since < milliseconds ? count : undefined;
  };
  return {
    isSpent: (key, now) => (current(key, now)?.attempts ?? 0) >= most,
    note(key, now) {
      const count = current(key, now);
      if (count) {
        count.attempts += 1;
        return;
      }
      // Inserted anew, so that the map stays in the order of `since`.
      counts.delete(key);
      counts.set(key, { since: now, attempts: 1 });
      const [oldest] = counts.keys();
      if (counts.size > mostKeys && oldest !== undefined) counts.delete(oldest);
    },
    forget: (key) => void counts.delete(key),
    forgetAll(beginning) {
      for (const key of counts.keys()) if (key.startsWith(beginning)) counts.delete(key);
    },
  };
}
