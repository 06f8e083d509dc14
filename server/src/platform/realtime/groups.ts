import type { ExecutionArgs, ExecutionResult } from 'graphql';
import pLimit from 'p-limit';
import type { LogPosition } from '../events/cursor.rules.ts';
import type { LiveSource } from './follow.ts';
import { Group } from './group.ts';
import type { Hub } from './hub.ts';
import { Member, type Sink } from './member.ts';
import { groupKeyOf } from './scope.ts';
import { type Answer, Teller } from './teller.ts';

export interface GroupsOptions {
  readonly hub: Hub;
  /** The JSON of an answer as the outside may see it. */
  readonly serialise: (result: ExecutionResult, source: LiveSource) => string;
  /** Answers that may wait for a member that still catches up; beyond, it reads them from the log. */
  readonly capacity?: number;
}

/** Answers to what was missed that are worked out at the same time: after a break, all clients come back at once. */
const replaysAtOnce = 16;

/** A member's stay in its group. */
export interface Membership {
  /** Resolves when the stream is over, rejects with what broke it. */
  readonly done: Promise<void>;
  leave(): void;
}

/** The subscriptions of one process, gathered where they are told the same. */
export class Groups {
  readonly #options: GroupsOptions;
  readonly #groups = new Map<string, Group>();
  readonly #inTurn = pLimit(replaysAtOnce);

  constructor(options: GroupsOptions) {
    this.#options = options;
  }

  /** How many groups there are; the cost of an event grows with them. */
  get size(): number {
    return this.#groups.size;
  }

  /** The place from which on a subscription made now is told. */
  head(): Promise<LogPosition> {
    return this.#options.hub.head();
  }

  /** Tells a subscriber everything after a place, in order and once, until it leaves. */
  join(args: ExecutionArgs, source: LiveSource, from: LogPosition, sink: Sink): Membership {
    const { hub, capacity = 100 } = this.#options;
    const { topics } = source.feed;
    const teller = new Teller(args, source);
    const serialise = ({ result }: Answer) => Buffer.from(this.#options.serialise(result, source));
    const key = groupKeyOf(args, source);
    const onEnd = () => {
      if (this.#groups.get(key) === group) this.#groups.delete(key);
    };
    const group: Group = this.#groups.get(key) ?? new Group({ hub, teller, topics, serialise, onEnd });
    this.#groups.set(key, group);
    const member = new Member({ hub, teller, topics, from, sink, serialise, capacity, inTurn: this.#inTurn });
    group.add(member);
    return {
      done: member.done,
      leave: () => {
        member.end();
        group.remove(member);
      },
    };
  }
}
