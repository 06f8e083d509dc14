import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { Locale } from '../../i18n/locale.rules.ts';

/** An open socket, and who opened it. */
export interface Connection {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly locale: Locale;
  /** The person and their session, where it was opened by one who is signed in. */
  readonly personId: string | undefined;
  readonly sessionId: string | undefined;
  /** Its open operations by their ids; graphql-ws keeps them. */
  readonly subscriptions: Readonly<Record<string, unknown>>;
}

/** Resolves once what was written to the connection is on its way, or can no longer be. */
export function flushed({ socket: stream }: IncomingMessage): Promise<void> {
  if (!stream.writableNeedDrain || stream.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.on('drain', done).on('close', done);
  });
}
