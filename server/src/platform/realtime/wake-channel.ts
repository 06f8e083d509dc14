import type { Logger } from 'pino';
import { Outage } from '../database/retry.ts';

/** Tells the other processes on the same database that the log grew. */
export interface WakeChannel {
  notify(): void;
  close(): Promise<void>;
}

/** A connection over which processes wake each other, until it breaks. */
export interface WakeLine {
  send(): Promise<void>;
  /** Resolves when it broke or was closed. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** Opens a connection that listens; `onWake` is called for what others send, not for one's own. */
export type OpenWakeLine = (onWake: () => void) => Promise<WakeLine>;

/**
 * Wakes the other processes over a connection of its own, which is opened again when it breaks. The empty
 * message is sent after and outside of the business transaction, at most once in `coalesce` milliseconds; one
 * that is lost is made up for by polling.
 */
export function openWakeChannel(options: {
  readonly open: OpenWakeLine;
  readonly coalesce: number;
  readonly log: Logger;
  readonly onWake: () => void;
  /** Called whenever the connection listens, first and after every break. */
  readonly onListening?: () => void;
}): WakeChannel {
  const end = new AbortController();
  const outage = new Outage(options.log, 'listening to other processes');
  let line: WakeLine | undefined;
  let timer: NodeJS.Timeout | undefined;
  let sentAt = 0;

  async function connect(): Promise<void> {
    const next = await options.open(options.onWake);
    if (end.signal.aborted) return next.close();
    line = next;
    void next.ended.then(() => {
      line = undefined;
      keepConnected();
    });
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
    line?.send().catch((err) => options.log.debug({ err }, 'a wake-up was not sent'));
  }

  keepConnected();
  return {
    notify() {
      timer ??= setTimeout(send, Math.max(0, sentAt + options.coalesce - performance.now())).unref();
    },
    async close() {
      end.abort();
      clearTimeout(timer);
      await line?.close();
    },
  };
}
