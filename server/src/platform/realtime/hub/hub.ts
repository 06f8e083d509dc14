/**
 * The live hub: one for each process.
 *
 *     const hub = createHub({ database: rowsOf(orm.em.fork()), databaseUrl: config.databaseUrl, natsUrl: config.natsUrl, log });
 *     makeContext({ …, wake: hub.wake });      // transact() calls it after each commit
 *     attachWebSocket({ …, hub });             // http/websocket/websocket.ts
 *     await hub.stop();                        // after the sockets, before the database
 *
 * It reads the event log once for all subscribers of the process: when something was committed here, when
 * another process notifies it (over PostgreSQL or NATS), and now and then as a net. Without subscribers it reads
 * nothing.
 */
import pLimit from 'p-limit';
import type { Logger } from 'pino';
import { isOutage, Outage } from '../../database/retry.ts';
import type { Database } from '../../database/tables.ts';
import { comparePositions, type LogPosition, settledBelow } from '../../events/cursor.rules.ts';
import { type LogEntry, type LogPage, readEvents, readHead } from '../../events/event-log.reader.ts';
import { maintainLog } from '../../events/maintenance/log-maintenance.ts';
import { natsTransport } from '../notifier/nats.ts';
import { openNotifier } from '../notifier/notifier.ts';
import { postgresTransport } from '../notifier/postgres.ts';
import { abortable } from './abortable.ts';
import { EventBuffer } from './event-buffer.ts';
import { FanOut } from './fan-out.ts';
import { LogTailer } from './log-tailer.ts';

export interface HubOptions {
  readonly database: Database;
  /** Left out for the embedded database, whose only process is this one. */
  readonly databaseUrl?: string | undefined;
  /** The NATS server by which processes on one database notify each other, instead of the database itself. */
  readonly natsUrl?: string | undefined;
  readonly log: Logger;
  /** Events buffered for one subscriber; beyond, it reads them from the log. */
  readonly capacity?: number;
  /** Milliseconds between two reads, or two notifications, at least. */
  readonly coalesce?: number;
  /** Milliseconds between two reads that nobody asked for. */
  readonly poll?: number;
  readonly now?: () => Date;
  /** Called whenever this process hears the others, first and after every break. */
  readonly onListening?: () => void;
}

/** A piece of a stream: entries in order, or the place from which it goes on where some are gone. */
export type Delivery =
  | { readonly kind: 'entries'; readonly entries: readonly LogEntry[]; readonly replayed: boolean }
  | { readonly kind: 'gap'; readonly resumeAt: LogPosition };

export interface Hub {
  /** The log grew by a commit of this process. */
  readonly wake: () => void;
  /**
   * Every entry of the topics after a place, or from now on, in order and once, for as long as the stream is read.
   * Once this resolves nothing is missed any more. Entries that are not replayed are the same objects for every
   * subscriber.
   */
  follow(topics: readonly string[], after?: LogPosition): Promise<AsyncGenerator<Delivery, void>>;
  /** Repeats what the database's absence breaks until it is back; rejects with any other error. */
  retryWhileUnavailable<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Ends every stream. */
  stop(): Promise<void>;
}

const pageSize = 500;
/** Pages read for replays at the same time: after a break, all clients come back at once. */
const replaysAtOnce = 16;

/** Starts the hub of this process. */
export function createHub(options: HubOptions): Hub {
  const { database, log, capacity = 1000, coalesce = 20, poll = 1000 } = options;
  const stopped = new AbortController();
  const outage = new Outage(log, 'reading the event log');
  const maintenance = maintainLog({ database, outage, log, now: options.now ?? (() => new Date()) });
  const inTurn = pLimit(replaysAtOnce);
  const fanOut = new FanOut();
  const streams = new Set<AbortController>();
  const tailer = new LogTailer({
    readHead: (signal) => outage.retryWhileUnavailable(() => readHead(database), signal),
    readPage: (after, thorough, signal) => {
      const wanted = { limit: pageSize, settled: settledBelow(after), thorough };
      return outage.retryWhileUnavailable(() => readEvents(database, after, wanted), signal);
    },
    onEntries: (entries) => fanOut.deliver(entries),
    onGap: () => fanOut.overflow(),
    coalesce,
    poll,
  });
  const notifier =
    options.databaseUrl === undefined
      ? undefined
      : openNotifier({
          open: options.natsUrl === undefined ? postgresTransport(options.databaseUrl) : natsTransport(options.natsUrl),
          coalesce,
          log,
          onNotified: () => tailer.wake(),
          ...(options.onListening && { onListening: options.onListening }),
        });

  /** The newest place from which a stream was begun here. */
  let begun: LogPosition = { xid: 0n, id: 0n };

  /** What the log holds of the topics after a place, at least all that any stream here was handed or began after. */
  function read(after: LogPosition, topics: readonly string[], signal: AbortSignal): Promise<LogPage> {
    const { position } = tailer;
    const settled = settledBelow(comparePositions(begun, position) > 0 ? begun : position);
    const page = () => readEvents(database, after, { limit: pageSize, topics, settled, thorough: true });
    return inTurn(() => outage.retryWhileUnavailable(page, signal));
  }

  async function head(signal: AbortSignal): Promise<LogPosition> {
    const place = await outage.retryWhileUnavailable(() => readHead(database), signal);
    if (comparePositions(place, begun) > 0) begun = place;
    return place;
  }

  /** The log from the cursor to its end, then what arrives, then the log again where too much arrived. */
  async function* deliveries(
    buffer: EventBuffer,
    after: LogPosition,
    signal: AbortSignal,
  ): AsyncGenerator<Delivery, void> {
    let cursor = after;
    while (!signal.aborted) {
      buffer.reopen();
      const page = await read(cursor, buffer.topics, signal);
      if (page.gap) {
        cursor = page.head;
        yield { kind: 'gap', resumeAt: cursor };
        continue;
      }
      const last = page.entries.at(-1);
      if (last) {
        cursor = last;
        yield { kind: 'entries', entries: page.entries, replayed: true };
      }
      if (page.full) continue;
      if (comparePositions(page.head, cursor) > 0) cursor = page.head;
      while (!signal.aborted && !buffer.overflowed) {
        const entries = (await buffer.drain()).filter((entry) => comparePositions(entry, cursor) > 0);
        cursor = entries.at(-1) ?? cursor;
        if (entries.length > 0) yield { kind: 'entries', entries, replayed: false };
      }
    }
  }

  return {
    retryWhileUnavailable: (work) => outage.retryWhileUnavailable(work, stopped.signal, isOutage),
    wake() {
      tailer.wake();
      notifier?.notify();
    },
    async follow(topics, after) {
      stopped.signal.throwIfAborted();
      const end = new AbortController();
      const buffer = new EventBuffer(topics, capacity);
      end.signal.addEventListener('abort', () => {
        streams.delete(end);
        fanOut.remove(buffer);
        if (fanOut.size === 0) tailer.stop();
      });
      streams.add(end);
      fanOut.add(buffer);
      try {
        await maintenance.ready;
        await tailer.start();
        return abortable(deliveries(buffer, after ?? (await head(end.signal)), end.signal), end);
      } catch (error) {
        end.abort();
        throw error;
      }
    },
    async stop() {
      stopped.abort();
      for (const end of streams) end.abort();
      await Promise.all([notifier?.close(), maintenance.stop()]);
    },
  };
}
