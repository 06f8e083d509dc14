import { comparePositions, type LogPosition } from '../events/cursor.rules.ts';
import type { Hub } from './hub.ts';
import type { Answer, Teller } from './teller.ts';

/** One answer of a group, ready to be sent: the same bytes for every member. */
export interface Frame {
  readonly at: LogPosition;
  readonly payload: Buffer;
}

/** Where a subscriber's answers go. */
export interface Sink {
  /** Takes the JSON of one answer; `sent` is called once it is on its way, or can no longer be. */
  send(payload: Buffer, sent?: () => void): void;
}

export interface MemberOptions {
  readonly hub: Hub;
  /** Answers what was missed; what happens now the group answers. */
  readonly teller: Teller;
  readonly topics: readonly string[];
  /** The last place that the subscriber has seen. */
  readonly from: LogPosition;
  readonly sink: Sink;
  readonly serialise: (answer: Answer) => Buffer;
  /** Frames of the group that may wait while what was missed is told. */
  readonly capacity: number;
  /** Runs a step of the replay when it is its turn. */
  readonly inTurn: <Result>(step: () => Promise<Result>) => Promise<Result>;
}

/**
 * One subscriber. It is told on its own what the log holds since its place. Meanwhile it collects what its
 * group tells; of that, it then passes on what the log had not held, and from there on takes part in the
 * group: nothing is lost and nothing comes twice.
 */
export class Member {
  readonly #options: MemberOptions;
  readonly #leaving = new AbortController();
  readonly #done = Promise.withResolvers<void>();
  /** Undefined once it takes part; `overflow` where more came than may wait. */
  #waiting: Frame[] | 'overflow' | undefined = [];
  /** What the group tells up to here was told already. */
  #floor: LogPosition | undefined;

  constructor(options: MemberOptions) {
    this.#options = options;
    // Nobody may be asking yet when it ends.
    this.#done.promise.catch(() => {});
  }

  /** Resolves when it is over, rejects with what broke the stream. */
  get done(): Promise<void> {
    return this.#done.promise;
  }

  receive(frame: Frame): void {
    if (this.#waiting === 'overflow') return;
    if (this.#waiting) {
      if (this.#waiting.length < this.#options.capacity) this.#waiting.push(frame);
      else this.#waiting = 'overflow';
      return;
    }
    if (this.#floor && comparePositions(frame.at, this.#floor) <= 0) return;
    this.#floor = undefined;
    this.#options.sink.send(frame.payload);
  }

  /** Ends it, with the group's last word or with what broke the group. */
  end(last?: { readonly payload?: Buffer; readonly error?: unknown }): void {
    if (this.#leaving.signal.aborted) return;
    this.#leaving.abort();
    if (last?.payload !== undefined) this.#options.sink.send(last.payload);
    if (last && 'error' in last) this.#done.reject(last.error);
    else this.#done.resolve();
  }

  /** Tells what was missed, then takes part. `started` resolves once the group misses nothing any more. */
  async catchUp(started: Promise<void>): Promise<void> {
    try {
      await started;
      await this.#replay();
    } catch (error) {
      this.end({ error });
    }
  }

  async #replay(): Promise<void> {
    const { hub, teller, topics, from, inTurn } = this.#options;
    const { signal } = this.#leaving;
    for (let cursor = from; !signal.aborted; ) {
      this.#waiting = [];
      const page = await inTurn(() => hub.read(cursor, topics, signal));
      if (page.gap) {
        cursor = page.head;
        await this.#tell(await inTurn(() => teller.tellGap(page.head, signal)));
        continue;
      }
      for (const entry of page.entries) {
        await this.#tell(await inTurn(() => teller.tell(entry, signal)));
        if (signal.aborted) return;
      }
      cursor = page.entries.at(-1) ?? cursor;
      if (page.full) continue;
      if (comparePositions(page.head, cursor) > 0) cursor = page.head;
      if (this.#takePart(cursor)) return;
    }
  }

  /** Passes on what waits and is newer; false where some of it was given up. */
  #takePart(cursor: LogPosition): boolean {
    const waiting = this.#waiting;
    if (waiting === 'overflow') return false;
    this.#waiting = undefined;
    this.#floor = cursor;
    for (const frame of waiting ?? []) this.receive(frame);
    return true;
  }

  /** Resolves once the answer is on its way, so that a slow reader slows down its own replay only. */
  #tell(answer: Answer | undefined): Promise<void> {
    if (!answer || this.#leaving.signal.aborted) return Promise.resolve();
    const payload = this.#options.serialise(answer);
    if (answer.ends) {
      this.end({ payload });
      return Promise.resolve();
    }
    return new Promise((sent) => this.#options.sink.send(payload, sent));
  }
}
