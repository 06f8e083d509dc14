import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { LogPosition } from '../events/cursor.rules.ts';
import { LiveSource } from './follow.ts';
import type { Groups, Membership } from './groups.ts';
import type { Sink } from './member.ts';

/** A subscription that was accepted: from its place on nothing is missed, whenever it is started. */
export class LiveSubscription {
  readonly #join: (sink: Sink) => Membership;

  constructor(join: (sink: Sink) => Membership) {
    this.#join = join;
  }

  /** The protocol takes only what can be iterated for a stream. */
  [Symbol.asyncIterator](): never {
    throw new Error('A subscription is started with where its answers go.');
  }

  /**
   * Sends the answers to the sink for as long as this is iterated; it yields nothing itself. `return()` ends
   * it at once.
   */
  start(sink: Sink): AsyncGenerator<never, void> {
    let membership: Membership | undefined;
    const over = { done: true, value: undefined } as const;
    const leave = async () => {
      membership?.leave();
      return over;
    };
    return {
      next: async () => {
        membership ??= this.#join(sink);
        try {
          await membership.done;
        } finally {
          membership.leave();
        }
        return over;
      },
      return: leave,
      throw: async (error) => {
        await leave();
        throw error;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
      async [Symbol.asyncDispose]() {
        await leave();
      },
    };
  }
}

/** GraphQL's `subscribe`, except that what is told afterwards goes through the groups. */
export async function subscribeLive(args: ExecutionArgs, groups: Groups): Promise<LiveSubscription | ExecutionResult> {
  const source: unknown = await createSourceEventStream(args);
  if (!(source instanceof LiveSource)) return source as ExecutionResult;
  const from: LogPosition = source.after ?? (await groups.head());
  return new LiveSubscription((sink) => groups.join(args, source, from, sink));
}
