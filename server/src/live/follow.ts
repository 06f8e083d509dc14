import type { Context } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { MessageKey } from '../i18n/catalogues.ts';
import { translate } from '../i18n/translate.ts';
import { decodeCursor, encodeCursor } from './cursor.rules.ts';
import { endable } from './endable.ts';
import type { LogEntry } from './event-log.reader.ts';
import type { Delivery, Hub } from './hub.ts';
import { AccessRevokedType, ReplayGapType } from './live.type.ts';
import { isOutage } from './outage.ts';

/** One update of a subscription, to be answered in a context of its own moment. */
export interface Occasion<Update = unknown> {
  readonly context: Context;
  readonly update: Update;
}

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

/**
 * The stream behind a subscription: resumes after the cursor, asks for the actor's rights anew for each
 * entry, and ends with {@link AccessRevokedType} once the right to listen is gone.
 */
export async function follow<Update>(
  ctx: Context,
  feed: Feed<Update>,
): Promise<AsyncGenerator<Occasion<Told<Update>>, void>> {
  if (!ctx.live) throw new DomainError('BAD_INPUT', { key: 'live.socketOnly' });
  const { hub } = ctx.live;
  const end = new AbortController();
  const after = typeof feed.after === 'string' ? decodeCursor(feed.after) : undefined;
  if (typeof feed.after === 'string' && !after) throw new DomainError('CURSOR_INVALID');
  const deliveries = await hub.subscribe({ topics: feed.topics, after, signal: end.signal });
  return endable(tellAll(ctx, feed, deliveries, hub, end.signal), end);
}

async function* tellAll<Update>(
  first: Context,
  feed: Feed<Update>,
  deliveries: AsyncIterable<Delivery>,
  hub: Hub,
  signal: AbortSignal,
): AsyncGenerator<Occasion<Told<Update>>, void> {
  const patiently = <Result>(work: () => Promise<Result>) => hub.outage.outlast(work, signal, isOutage);
  for await (const delivery of deliveries) {
    if (delivery.kind === 'gap') {
      const update = Object.assign(new ReplayGapType(), { cursor: encodeCursor(delivery.resumeAt) });
      yield { context: (await patiently(() => renew(first))) ?? first, update };
      continue;
    }
    for (const entry of delivery.entries) {
      if (!feed.concerns(entry)) continue;
      const ctx = await patiently(() => renew(first));
      if (!ctx) return yield revoked(first, 'live.sessionEnded');
      if (feed.mayFollow && !(await patiently(async () => feed.mayFollow?.(ctx)))) {
        return yield revoked(ctx, 'live.accessLost');
      }
      const update = await patiently(() => feed.tell(ctx, entry, encodeCursor(entry)));
      if (update !== undefined) yield { context: ctx, update };
    }
  }
}

/** The same asker with the rights of this moment; undefined where a signed-in person no longer is. */
async function renew(first: Context): Promise<Context | undefined> {
  const ctx = await first.live?.renew().catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'SIGN_IN_REQUIRED') return undefined;
    throw error;
  });
  if (!ctx || first.actor.kind === 'visitor') return ctx;
  return ctx.actor.kind === 'member' && ctx.actor.personId === first.actor.personId ? ctx : undefined;
}

const revoked = (ctx: Context, key: MessageKey): Occasion<AccessRevokedType> => ({
  context: ctx,
  update: Object.assign(new AccessRevokedType(), { message: translate(ctx.locale, key) }),
});

/** The update that a subscription's field answers with; subscriptions asked for over HTTP have none. */
export function updateOf<Update>(occasion: Occasion<Update> | undefined): Update {
  if (!occasion) throw new DomainError('BAD_INPUT', { key: 'live.socketOnly' });
  return occasion.update;
}
