import type { Logger } from 'pino';
import { Outage } from '../../database/retry.ts';

/** Tells the other processes on the same database that the log grew. */
export interface Notifier {
  notify(): void;
  close(): Promise<void>;
}

/** A connection over which processes notify each other, until it breaks. */
export interface NotifierTransport {
  send(): Promise<void>;
  /** Resolves when it broke or was closed. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** Opens a connection that listens; `onNotified` is called for what others send, not for one's own. */
export type OpenTransport = (onNotified: () => void) => Promise<NotifierTransport>;

/**
 * Notifies the other processes over a connection of its own, which is opened again when it breaks. The empty
 * message is sent after and outside of the business transaction, at most once in `coalesce` milliseconds; one
 * that is lost is made up for by polling.
 */
export function openNotifier(options: {
  readonly open: OpenTransport;
  readonly coalesce: number;
  readonly log: Logger;
  readonly onNotified: () => void;
  /** Called whenever the connection listens, first and after every break. */
  readonly onListening?: () => void;
}): Notifier {
  const end = new AbortController();
  const outage = new Outage(options.log, 'listening to other processes');
  let transport: NotifierTransport | undefined;
  let timer: NodeJS.Timeout | undefined;
  let sentAt = 0;

  async function connect(): Promise<void> {
    const next = await options.open(options.onNotified);
    if (end.signal.aborted) return next.close();
    transport = next;
    void next.ended.then(() => {
      transport = undefined;
      keepConnected();
    });
    // What was recorded while nobody listened.
    options.onNotified();
    options.onListening?.();
  }

  function keepConnected(): void {
    if (!end.signal.aborted) void outage.retryWhileUnavailable(connect, end.signal).catch(() => {});
  }

  function send(): void {
    timer = undefined;
    sentAt = performance.now();
    transport?.send().catch((err) => options.log.debug({ err }, 'a notification was not sent'));
  }

  keepConnected();
  return {
    notify() {
      timer ??= setTimeout(send, Math.max(0, sentAt + options.coalesce - performance.now())).unref();
    },
    async close() {
      end.abort();
      clearTimeout(timer);
      await transport?.close();
    },
  };
}
