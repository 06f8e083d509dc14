import { setImmediate } from 'node:timers/promises';
import type { LogPosition } from '../events/cursor.rules.ts';
import type { Delivery, Hub } from './hub.ts';
import type { Member } from './member.ts';
import type { Answer, Teller } from './teller.ts';

export interface GroupOptions {
  readonly hub: Hub;
  /** Answers for all: by the first member's operation, with rights that are everybody's. */
  readonly teller: Teller;
  readonly topics: readonly string[];
  readonly serialise: (answer: Answer) => Buffer;
  /** Nobody is left, or the stream is over. */
  readonly onEnd: () => void;
}

/** Members handed a frame before others get their turn. */
const atOnce = 500;

/** Subscribers that are always told the same: each event is answered and serialised once for all of them. */
export class Group {
  readonly #options: GroupOptions;
  readonly #members = new Set<Member>();
  readonly #end = new AbortController();
  /** Resolves once nothing is missed any more. */
  readonly started: Promise<void>;

  constructor(options: GroupOptions) {
    this.#options = options;
    const { hub, topics } = options;
    const stream = hub.subscribe({ topics, signal: this.#end.signal });
    // Where it fails, the end of the group ends those who wait.
    this.started = stream.then(
      () => {},
      () => {},
    );
    stream
      .then((deliveries) => this.#run(deliveries))
      .then(
        (payload) => this.#finish(payload === undefined ? undefined : { payload }),
        (error: unknown) => this.#finish(this.#end.signal.aborted ? undefined : { error }),
      );
  }

  add(member: Member): void {
    this.#members.add(member);
    void member.catchUp(this.started);
  }

  remove(member: Member): void {
    if (!this.#members.delete(member) || this.#members.size > 0) return;
    this.#end.abort();
    this.#options.onEnd();
  }

  /** Tells what happens until the stream is over; returns its last word, if it has one. */
  async #run(deliveries: AsyncIterable<Delivery>): Promise<Buffer | undefined> {
    const { teller, serialise } = this.#options;
    const { signal } = this.#end;
    for await (const delivery of deliveries) {
      const places = delivery.kind === 'gap' ? [delivery.resumeAt] : delivery.entries;
      for (const at of places) {
        const answer = await ('type' in at ? teller.tell(at, signal) : teller.tellGap(at, signal));
        if (!answer) continue;
        const payload = serialise(answer);
        if (answer.ends) return payload;
        await this.#deliver(at, payload);
      }
    }
    return undefined;
  }

  async #deliver({ xid, id }: LogPosition, payload: Buffer): Promise<void> {
    const frame = { at: { xid, id }, payload };
    let count = 0;
    for (const member of this.#members) {
      member.receive(frame);
      count += 1;
      if (count % atOnce === 0) await setImmediate();
    }
  }

  #finish(last: Parameters<Member['end']>[0]): void {
    const members = [...this.#members];
    this.#members.clear();
    this.#end.abort();
    this.#options.onEnd();
    for (const member of members) member.end(last);
  }
}
