import { DomainError } from '../../../shared/errors.ts';
import type { Context } from '../../context/context.ts';
import { decodeCursor } from '../../events/cursor.rules.ts';
import type { LogEntry } from '../../events/event-log.reader.ts';
import type { Delivery, Hub } from '../hub/hub.ts';
import type { AccessRevokedObject, ReplayGapObject } from './control.type.ts';

declare module '../../context/context.ts' {
  interface Live {
    readonly hub: Pick<Hub, 'follow' | 'retryWhileUnavailable'>;
  }
}

/** The root value from which the operation of a subscription is executed for one event. */
export interface EventRoot<Update = unknown> {
  readonly update: Update;
}

/**
 * What a subscription tells. Its functions are called once for all subscribers that share an answer, so they decide
 * by the context that they are given and remember none.
 */
export interface SubscriptionDefinition<Update> {
  readonly topics: readonly string[];
  /** The cursor to resume after; from now on where left out. */
  readonly after: string | null | undefined;
  /** Whether an entry of the topics is about what this subscription tells at all; asked before any rights. */
  readonly matches: (entry: LogEntry) => boolean;
  /** Whether the actor still may subscribe; asked for every entry, with the rights of that moment. */
  readonly authorise?: (ctx: Context) => Promise<boolean>;
  /** What the actor learns of an entry, or undefined where it may not know of it. */
  readonly resolve: (ctx: Context, entry: LogEntry, cursor: string) => Promise<Update | undefined>;
}

/** What a subscription's field answers with. */
export type UpdateOrControl<Update> = Update | ReplayGapObject | AccessRevokedObject;

/** The events behind a subscription, with what makes its answers of them. */
export class SubscriptionSource implements AsyncIterable<Delivery> {
  readonly context: Context;
  readonly definition: SubscriptionDefinition<unknown>;
  readonly deliveries: AsyncGenerator<Delivery, void>;

  constructor(
    context: Context,
    definition: SubscriptionDefinition<unknown>,
    deliveries: AsyncGenerator<Delivery, void>,
  ) {
    this.context = context;
    this.definition = definition;
    this.deliveries = deliveries;
  }

  [Symbol.asyncIterator](): AsyncGenerator<Delivery, void> {
    return this.deliveries;
  }
}

/** What a subscription's field returns: follows the event log after the cursor, or from now on. Throws CURSOR_INVALID. */
export async function follow<Update>(
  ctx: Context,
  definition: SubscriptionDefinition<Update>,
): Promise<SubscriptionSource> {
  if (!ctx.live) throw new DomainError('BAD_INPUT', { key: 'live.socketOnly' });
  const after = typeof definition.after === 'string' ? decodeCursor(definition.after) : undefined;
  if (typeof definition.after === 'string' && !after) throw new DomainError('CURSOR_INVALID');
  return new SubscriptionSource(ctx, definition, await ctx.live.hub.follow(definition.topics, after));
}

/** The update that a subscription's field answers with; subscriptions asked for over HTTP have none. */
export function updateOf<Update>(root: EventRoot<Update> | undefined): Update {
  if (!root) throw new DomainError('BAD_INPUT', { key: 'live.socketOnly' });
  return root.update;
}
