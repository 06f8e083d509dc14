import pg from 'pg';
import type { Logger } from 'pino';
import { Outage } from './outage.ts';

/** Tells the other processes on the same database that the log grew. */
export interface WakeChannel {
  notify(): void;
  close(): Promise<void>;
}

const channel = 'talka_live';

/**
 * `LISTEN` and `NOTIFY` over a connection of its own, which is opened again when it breaks. The empty
 * notification is sent after and outside of the business transaction, at most once in `coalesce`
 * milliseconds; one that is lost is made up for by polling.
 */
export function openWakeChannel(options: {
  readonly databaseUrl: string;
  readonly coalesce: number;
  readonly log: Logger;
  readonly onWake: () => void;
  /** Called whenever the connection listens, first and after every break. */
  readonly onListening?: () => void;
}): WakeChannel {
  const end = new AbortController();
  const outage = new Outage(options.log, 'listening to other processes');
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let sentAt = 0;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: options.databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    next.on('error', () => {});
    next.on('notification', ({ processId }) => {
      if (processId !== ownProcess(next)) options.onWake();
    });
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
    } catch (error) {
      void next.end().catch(() => {});
      throw error;
    }
    if (end.signal.aborted) return next.end();
    next.once('end', () => {
      client = undefined;
      keepConnected();
    });
    client = next;
    // What was announced while nobody listened.
    options.onWake();
    options.onListening?.();
  }

  function keepConnected(): void {
    if (!end.signal.aborted) void outage.outlast(connect, end.signal).catch(() => {});
  }

  function send(): void {
    timer = undefined;
    sentAt = performance.now();
    client?.query(`notify ${channel}`).catch((err) => options.log.debug({ err }, 'a wake-up was not sent'));
  }

  keepConnected();
  return {
    notify() {
      timer ??= setTimeout(send, Math.max(0, sentAt + options.coalesce - performance.now())).unref();
    },
    async close() {
      end.abort();
      clearTimeout(timer);
      await client?.end();
    },
  };
}

/** The server's process behind a connection, by which one's own notifications are told from others'. */
const ownProcess = (client: pg.Client): number => (client as unknown as { processID: number }).processID;
