import type { LogEntry } from '../events/event-log.reader.ts';

/** What one subscriber has not taken yet. A full one forgets everything and says so, instead of growing. */
export class Mailbox {
  readonly topics: readonly string[];
  readonly #capacity: number;
  #entries: LogEntry[] = [];
  #state: 'open' | 'overflowed' | 'closed' = 'open';
  #arrival: (() => void) | undefined;

  constructor(topics: readonly string[], capacity: number) {
    this.topics = topics;
    this.#capacity = capacity;
  }

  get overflowed(): boolean {
    return this.#state === 'overflowed';
  }

  put(entry: LogEntry): void {
    if (this.#state !== 'open') return;
    if (this.#entries.length >= this.#capacity) {
      this.overflow();
      return;
    }
    this.#entries.push(entry);
    this.#arrival?.();
  }

  /** Gives up what is inside; the subscriber reads it from the log. */
  overflow(): void {
    if (this.#state !== 'open') return;
    this.#state = 'overflowed';
    this.#entries = [];
    this.#arrival?.();
  }

  /** Collects again after an overflow. */
  reopen(): void {
    if (this.#state === 'overflowed') this.#state = 'open';
  }

  close(): void {
    this.#state = 'closed';
    this.#entries = [];
    this.#arrival?.();
  }

  /** Waits for entries and takes them all; none once the mailbox has overflowed or was closed. */
  async take(): Promise<readonly LogEntry[]> {
    if (this.#state === 'open' && this.#entries.length === 0) {
      await new Promise<void>((resolve) => {
        this.#arrival = resolve;
      });
      this.#arrival = undefined;
    }
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }
}
