import { DomainError } from '../../shared/errors.ts';
import type { Context } from '../context/context.ts';
import { decodeCursor, type LogPosition } from '../events/cursor.rules.ts';
import type { LogEntry } from '../events/event-log.reader.ts';
import type { AccessRevokedType, ReplayGapType } from './live.type.ts';

/** One update of a subscription: the root value from which its operation is answered. */
export interface Occasion<Update = unknown> {
  readonly update: Update;
}

/**
 * What a subscription tells. Its functions are called for everybody who shares the answer, so they decide by
 * the context that they are given and remember none.
 */
export interface Feed<Update> {
  readonly topics: readonly string[];
  /** The cursor to resume after; from now on where left out. */
  readonly after: string | null | undefined;
  /** Whether an entry of the topics is about what this feed tells at all; asked before any rights. */
  readonly concerns: (entry: LogEntry) => boolean;
  /** Whether the actor still may listen; asked for every entry, with the rights of that moment. */
  readonly mayFollow?: (ctx: Context) => Promise<boolean>;
  /** What the actor learns of an entry, or undefined where it may not know of it. */
  readonly tell: (ctx: Context, entry: LogEntry, cursor: string) => Promise<Update | undefined>;
}

export type Told<Update> = Update | ReplayGapType | AccessRevokedType;

/** What a subscription's field returns: who listens to what, from where on. The groups do the telling. */
export class LiveSource {
  readonly context: Context;
  readonly feed: Feed<unknown>;
  readonly after: LogPosition | undefined;
  /** Throws where the actor may no longer ask for this at all. */
  readonly check: (ctx: Context) => void;

  constructor(context: Context, feed: Feed<unknown>, after: LogPosition | undefined, check = (_ctx: Context) => {}) {
    this.context = context;
    this.feed = feed;
    this.after = after;
    this.check = check;
  }

  /** The same stream for as long as the check of its field lets the actor pass. */
  heldTo(check: (ctx: Context) => void): LiveSource {
    return new LiveSource(this.context, this.feed, this.after, check);
  }

  /** GraphQL takes only what can be iterated for a stream. */
  [Symbol.asyncIterator](): never {
    throw new Error('Streams are told to groups; start the subscription with subscribeLive().');
  }
}

/** The stream behind a subscription: resumes after the cursor, or begins now. Throws CURSOR_INVALID. */
export function follow<Update>(ctx: Context, feed: Feed<Update>): LiveSource {
  if (!ctx.live) throw new DomainError('BAD_INPUT', { key: 'live.socketOnly' });
  const after = typeof feed.after === 'string' ? decodeCursor(feed.after) : undefined;
  if (typeof feed.after === 'string' && !after) throw new DomainError('CURSOR_INVALID');
  return new LiveSource(ctx, feed, after);
}

/** The update that a subscription's field answers with; subscriptions asked for over HTTP have none. */
export function updateOf<Update>(occasion: Occasion<Update> | undefined): Update {
  if (!occasion) throw new DomainError('BAD_INPUT', { key: 'live.socketOnly' });
  return occasion.update;
}
