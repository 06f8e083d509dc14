/** How often something may be done within a stretch of time, which begins with the first. */
export interface RateLimit {
  readonly times: number;
  readonly seconds: number;
}

/** Who does what; `who` is kept as a digest alone, `action` in at most 120 characters. */
export interface LimitedAction {
  readonly who: string;
  readonly action: string;
}

/** Counts for all processes together, in the database; what is used up is remembered by the process that saw it. */
export interface RateLimits {
  /** Counts once more. Returns the whole seconds to wait where as many as allowed were counted already. */
  count(action: LimitedAction, limit: RateLimit): Promise<number | undefined>;
  /** How often somebody did something in a stretch that lasts. */
  used(action: LimitedAction): Promise<number>;
  /** Forgets what somebody did: one action, or every action whose name begins so. */
  forget(who: string, actions: string): Promise<void>;
}
