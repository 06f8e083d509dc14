import type { LogEntry } from '../../events/event-log.reader.ts';

/** The events that one subscriber has not taken yet. A full one drops them all and says so, instead of growing. */
export class EventBuffer {
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

  push(entry: LogEntry): void {
    if (this.#state !== 'open') return;
    if (this.#entries.length >= this.#capacity) {
      this.overflow();
      return;
    }
    this.#entries.push(entry);
    this.#arrival?.();
  }

  /** Drops what is inside; the subscriber reads it from the log. */
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

  /** Waits for entries and takes them all; none once the buffer has overflowed or was closed. */
  async drain(): Promise<readonly LogEntry[]> {
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
