/**
 * The live hub: one for each process.
 *
 *     const hub = createHub({ database: rowsOf(orm.em.fork()), databaseUrl: config.databaseUrl, natsUrl: config.natsUrl, log });
 *     makeContext({ …, wake: hub.wake });      // transact() calls it after each commit
 *     attachWebSocket({ …, hub });             // http/websocket.ts
 *     await hub.stop();                        // after the sockets, before the database
 *
 * It reads the event log once for all subscribers of the process: when something was committed here, when
 * another process wakes it (PostgreSQL or NATS), and now and then as a net. Without subscribers it reads nothing.
 */
import type { Logger } from 'pino';
import { Outage } from '../database/retry.ts';
import type { Database } from '../database/tables.ts';
import { comparePositions, type LogPosition, settledBelow } from '../events/cursor.rules.ts';
import { type LogEntry, type LogPage, readEvents, readHead } from '../events/event-log.reader.ts';
import { keepLog } from '../events/upkeep.ts';
import { endable } from './endable.ts';
import { FanOut } from './fan-out.ts';
import { LogFollower } from './log-follower.ts';
import { Mailbox } from './mailbox.ts';
import { natsLine } from './nats-line.ts';
import { postgresLine } from './postgres-line.ts';
import { openWakeChannel } from './wake-channel.ts';

export interface HubOptions {
  readonly database: Database;
  /** Left out for the embedded database, whose only process is this one. */
  readonly databaseUrl?: string | undefined;
  /** The NATS server by which processes on one database wake each other, instead of the database itself. */
  readonly natsUrl?: string | undefined;
  readonly log: Logger;
  /** Events that wait for one subscriber; beyond, it reads them from the log. */
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
  | { readonly kind: 'entries'; readonly entries: readonly LogEntry[] }
  | { readonly kind: 'gap'; readonly resumeAt: LogPosition };

export interface Following {
  readonly topics: readonly string[];
  /** The last place seen; from now on where left out. */
  readonly after?: LogPosition | undefined;
  readonly signal?: AbortSignal;
}

export interface Hub {
  /** The log grew by a commit of this process. */
  readonly wake: () => void;
  /**
   * Every entry of the topics after a place, in order and once, for as long as the stream is read. Once
   * this resolves nothing is missed any more.
   */
  subscribe(following: Following): Promise<AsyncGenerator<Delivery, void>>;
  /** The place from which on a subscription made now is told. */
  head(): Promise<LogPosition>;
  /** What the log holds of the topics after a place, at least all that any stream here was handed or began after. */
  read(after: LogPosition, topics: readonly string[], signal: AbortSignal): Promise<LogPage>;
  /** Tries again what the database's absence broke. */
  readonly outage: Outage;
  /** Ends every stream. */
  stop(): Promise<void>;
}

const pageSize = 500;

/** Starts the hub of this process. */
export function createHub(options: HubOptions): Hub {
  const { database, log, capacity = 1000, coalesce = 20, poll = 1000 } = options;
  const stopped = new AbortController();
  const outage = new Outage(log, 'reading the event log');
  const upkeep = keepLog({ database, outage, log, now: options.now ?? (() => new Date()) });
  const fanOut = new FanOut();
  const follower = new LogFollower({
    readHead: (signal) => outage.outlast(() => readHead(database), signal),
    readPage: (after, thorough, signal) => {
      const wanted = { limit: pageSize, settled: settledBelow(after), thorough };
      return outage.outlast(() => readEvents(database, after, wanted), signal);
    },
    onEntries: (entries) => fanOut.deliver(entries),
    onGap: () => fanOut.overflow(),
    coalesce,
    poll,
  });
  const channel =
    options.databaseUrl === undefined
      ? undefined
      : openWakeChannel({
          open: options.natsUrl === undefined ? postgresLine(options.databaseUrl) : natsLine(options.natsUrl),
          coalesce,
          log,
          onWake: () => follower.wake(),
          ...(options.onListening && { onListening: options.onListening }),
        });

  /** The newest place from which a stream was begun here. */
  let begun: LogPosition = { xid: 0n, id: 0n };

  function read(after: LogPosition, topics: readonly string[], signal: AbortSignal): Promise<LogPage> {
    // What was handed out before, or lies before a stream's beginning, must not be missing from the page.
    const { position } = follower;
    const settled = settledBelow(comparePositions(begun, position) > 0 ? begun : position);
    return outage.outlast(() => readEvents(database, after, { limit: pageSize, topics, settled }), signal);
  }

  async function head(signal = stopped.signal): Promise<LogPosition> {
    await upkeep.ready;
    const place = await outage.outlast(() => readHead(database), signal);
    if (comparePositions(place, begun) > 0) begun = place;
    return place;
  }

  /** The log from the cursor to its end, then what arrives, then the log again where too much arrived. */
  async function* follow(mailbox: Mailbox, after: LogPosition, signal: AbortSignal): AsyncGenerator<Delivery, void> {
    let cursor = after;
    while (!signal.aborted) {
      mailbox.reopen();
      const page = await read(cursor, mailbox.topics, signal);
      if (page.gap) {
        cursor = page.head;
        yield { kind: 'gap', resumeAt: cursor };
        continue;
      }
      const last = page.entries.at(-1);
      if (last) {
        cursor = last;
        yield { kind: 'entries', entries: page.entries };
      }
      if (page.full) continue;
      if (comparePositions(page.head, cursor) > 0) cursor = page.head;
      while (!signal.aborted && !mailbox.overflowed) {
        const entries = (await mailbox.take()).filter((entry) => comparePositions(entry, cursor) > 0);
        cursor = entries.at(-1) ?? cursor;
        if (entries.length > 0) yield { kind: 'entries', entries };
      }
    }
  }

  return {
    outage,
    head: () => head(),
    read,
    wake() {
      follower.wake();
      channel?.notify();
    },
    async subscribe({ topics, after, signal }) {
      const end = new AbortController();
      const ends = AbortSignal.any([end.signal, stopped.signal, ...(signal ? [signal] : [])]);
      const mailbox = new Mailbox(topics, capacity);
      const leave = () => {
        fanOut.remove(mailbox);
        if (fanOut.size === 0) follower.stop();
      };
      ends.throwIfAborted();
      ends.addEventListener('abort', leave, { once: true });
      fanOut.add(mailbox);
      await upkeep.ready;
      await follower.start();
      const from = after ?? (await head(ends));
      return endable(follow(mailbox, from, ends), end, ends);
    },
    async stop() {
      stopped.abort();
      await Promise.all([channel?.close(), upkeep.stop()]);
    },
  };
}
