import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';

/** The states of a server that is away or goes away, of a network without it, and our own word for either. */
const outageCode = /^(UNAVAILABLE|08...|57P0[1-5]|53300|ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/;
const outageMessage =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i;

/** Whether the database could not be reached, as opposed to having refused a statement. */
export function isOutage(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isOutage);
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (
    (typeof code === 'string' && outageCode.test(code)) || outageMessage.test(error.message) || isOutage(error.cause)
  );
}

/** Tries again what needs the database, and logs its absence once, however many wait for it. */
export class Outage {
  readonly #log: Logger;
  readonly #what: string;
  readonly #longestPause: number;
  #ongoing = false;

  constructor(log: Logger, what: string, longestPause = 5000) {
    this.#log = log;
    this.#what = what;
    this.#longestPause = longestPause;
  }

  /**
   * Runs the work until it succeeds, pausing longer after each failure. Rejects when the signal is aborted,
   * and for an error that `worthRetrying` does not accept.
   */
  async retryWhileUnavailable<Result>(
    work: () => Promise<Result>,
    signal: AbortSignal,
    worthRetrying: (error: unknown) => boolean = () => true,
  ): Promise<Result> {
    for (let pause = 50; ; pause = Math.min(pause * 2, this.#longestPause)) {
      signal.throwIfAborted();
      try {
        const result = await work();
        if (this.#ongoing) this.#log.info(`live updates: ${this.#what} works again`);
        this.#ongoing = false;
        return result;
      } catch (error) {
        if (!worthRetrying(error)) throw error;
        if (!this.#ongoing) this.#log.error({ err: error }, `live updates: ${this.#what} failed; trying again`);
        this.#ongoing = true;
      }
      await delay(pause, undefined, { signal, ref: false });
    }
  }
}
