import { comparePositions, type LogPosition } from '../../events/cursor.rules.ts';
import type { LogEntry, LogPage } from '../../events/event-log.reader.ts';

export interface TailerOptions {
  readonly readHead: (signal: AbortSignal) => Promise<LogPosition>;
  /** `thorough` once rows waited in vain. */
  readonly readPage: (after: LogPosition, thorough: boolean, signal: AbortSignal) => Promise<LogPage>;
  readonly onEntries: (entries: readonly LogEntry[]) => void;
  /** Entries may have been missed. */
  readonly onGap: () => void;
  /** Milliseconds between two reads at least: wake-ups in between become one. */
  readonly coalesce: number;
  /** Milliseconds after which the log is read unasked. */
  readonly poll: number;
}

/** Reads on at the end of the log, one page at a time, from `start` to `stop`. */
export class LogTailer {
  readonly #options: TailerOptions;
  #run: { end: AbortController; started: Promise<void> } | undefined;
  #position: LogPosition | undefined;
  #timer: NodeJS.Timeout | undefined;
  #due = Number.POSITIVE_INFINITY;
  #reading = false;
  #readAt = 0;
  #backoff: number;

  constructor(options: TailerOptions) {
    this.#options = options;
    this.#backoff = options.coalesce;
  }

  /** Everything up to here was handed on, or is older than the run. */
  get position(): LogPosition {
    return this.#position ?? { xid: 0n, id: 0n };
  }

  /** Resolves once every entry that becomes readable from now on will be delivered. */
  start(): Promise<void> {
    if (!this.#run) {
      const end = new AbortController();
      const started = this.#options.readHead(end.signal).then((head) => {
        if (end.signal.aborted) return;
        this.#position = head;
        this.#schedule(0);
      });
      this.#run = { end, started };
    }
    return this.#run.started;
  }

  stop(): void {
    this.#run?.end.abort();
    this.#run = undefined;
    this.#position = undefined;
    clearTimeout(this.#timer);
    this.#due = Number.POSITIVE_INFINITY;
    this.#reading = false;
  }

  /** The log may have grown. */
  wake(): void {
    if (this.#position) this.#schedule(this.#readAt + this.#options.coalesce - performance.now());
  }

  #schedule(wait: number): void {
    const due = performance.now() + Math.max(wait, 0);
    if (due >= this.#due) return;
    this.#due = due;
    if (this.#reading) return;
    this.#setTimer();
  }

  #setTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), Math.max(this.#due - performance.now(), 0)).unref();
  }

  async #read(): Promise<void> {
    const signal = this.#run?.end.signal;
    if (!signal || !this.#position) return;
    this.#reading = true;
    this.#due = Number.POSITIVE_INFINITY;
    this.#readAt = performance.now();
    const { readPage, coalesce } = this.#options;
    const page = await readPage(this.#position, this.#backoff > coalesce, signal).catch(() => undefined);
    if (signal.aborted) return;
    this.#reading = false;
    this.#schedule(page ? this.#deliver(page, this.#position) : this.#options.poll);
    this.#setTimer();
  }

  /** Hands a page on. Returns after how many milliseconds to read again. */
  #deliver(page: LogPage, position: LogPosition): number {
    const { coalesce, poll, onEntries, onGap } = this.#options;
    const last = page.entries.at(-1);
    if (page.gap) onGap();
    else onEntries(page.entries);
    if (page.full && last && !page.gap) {
      this.#position = last;
      return 0;
    }
    if (page.gap || comparePositions(page.head, position) > 0) this.#position = page.head;
    // Nobody notifies when the older transaction ends that rows wait for.
    this.#backoff = page.pending && !last ? Math.min(this.#backoff * 2, poll) : coalesce;
    return page.pending ? this.#backoff : poll;
  }
}
