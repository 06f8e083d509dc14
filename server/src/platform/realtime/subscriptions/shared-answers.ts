import { setImmediate } from 'node:timers/promises';
import type { LogEntry } from '../../events/event-log.reader.ts';
import type { SubscriptionAnswer } from './subscription-executor.ts';

type Answer = Promise<SubscriptionAnswer | undefined>;

interface Shared {
  readonly answer: Answer;
  takers: number;
}

/** So many subscribers are handed an answer before others get their turn. */
const atOnce = 500;

/**
 * The answers to what happens, each computed once for all subscribers who are told the same. An answer is kept for
 * as long as somebody still waits to be told of its entry.
 */
export class SharedAnswers {
  readonly #answers = new WeakMap<LogEntry, Map<string, Shared>>();

  /** The answer of this key to an entry. */
  async of(entry: LogEntry, key: string, execute: () => Answer): Answer {
    const shared = this.#find(entry, key) ?? this.#keep(entry, key, { answer: execute(), takers: 0 });
    const turns = Math.floor(shared.takers / atOnce);
    shared.takers += 1;
    const answer = await shared.answer;
    for (let turn = 0; turn < turns; turn += 1) await setImmediate();
    return answer;
  }

  #find(entry: LogEntry, key: string): Shared | undefined {
    return this.#answers.get(entry)?.get(key);
  }

  #keep(entry: LogEntry, key: string, shared: Shared): Shared {
    const byKey = this.#answers.get(entry) ?? new Map<string, Shared>();
    this.#answers.set(entry, byKey.set(key, shared));
    return shared;
  }
}
