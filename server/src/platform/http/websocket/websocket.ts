/**
 * GraphQL over WebSocket at `/graphql`, beside HTTP on the same server, served by graphql-ws:
 *
 *     const sockets = attachWebSocket({
 *       server: http.server, schema, guard, hub, log,
 *       origin: config.origin, development: !config.originIsGiven, trustProxy,
 *       authenticate: (headers) => …Actor,                  // session of the cookie; `visitor` without one
 *       makeContext: ({ actor, locale, address }) => makeContext({ em: orm.em.fork(), actor, locale, now, … }),
 *       liveSessions: (ids) => readLiveSessions(rows, ids, new Date()),
 *     });
 *     await sockets.close();      // first of all that stops: an HTTP server waits for its open sockets
 */
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { BoundedSocket } from './bounded-socket.ts';
import type { Connection } from './connection.ts';
import { type ProtocolOptions, socketProtocol } from './socket-protocol.ts';
import { acceptUpgrades, type UpgradeOptions } from './socket-upgrade.ts';

export interface WebSocketOptions extends ProtocolOptions, UpgradeOptions {
  /** Which of these sessions still hold. */
  readonly liveSessions: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Milliseconds between two pings; a socket that has not answered the last one is dropped. */
  readonly pingEvery?: number;
  /** Milliseconds between two looks for ended sessions. */
  readonly watchEvery?: number;
}

export interface AttachedWebSocket {
  /** How many sockets are open. */
  readonly open: number;
  /** How many operations are open over them. */
  readonly subscriptions: number;
  /** Tells every client to come back later, and takes no more. */
  close(): Promise<void>;
}

const largestMessage = 64 * 1024;

/** Serves GraphQL over WebSocket on an HTTP server that exists. */
export function attachWebSocket(options: WebSocketOptions): AttachedWebSocket {
  const { log, liveSessions, pingEvery = 12_000, watchEvery = 500 } = options;
  const connections = new Map<WebSocket, Connection>();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    perMessageDeflate: false,
    WebSocket: BoundedSocket,
  });
  const protocol = useServer(socketProtocol(options, connections), sockets, pingEvery);
  sockets.on('connection', (socket) => {
    // In place of a line on standard error for each frame that breaks the protocol or its limits; `ws` closes the
    // socket with the code that says so.
    socket.removeAllListeners('error').on('error', (err) => log.debug({ err }, 'a socket broke'));
  });
  const acceptNoMore = acceptUpgrades(sockets, options);

  async function endSessions(): Promise<void> {
    const ids = [...new Set([...connections.values()].flatMap(({ sessionId }) => sessionId ?? []))];
    if (ids.length === 0) return;
    const holding = await liveSessions(ids);
    for (const { socket, sessionId } of connections.values()) {
      const ended = sessionId !== undefined && ids.includes(sessionId) && !holding.has(sessionId);
      if (ended) socket.close(CloseCode.Unauthorized, 'Session ended');
    }
  }
  // Without the database nobody is answered either; the next look finds what ended meanwhile.
  const watch = setInterval(() => void endSessions().catch(() => {}), watchEvery).unref();

  let closing: Promise<void> | undefined;
  async function close(): Promise<void> {
    clearInterval(watch);
    acceptNoMore();
    const impatience = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, 2000);
    await protocol.dispose();
    clearTimeout(impatience);
  }

  return {
    get open() {
      return sockets.clients.size;
    },
    get subscriptions() {
      return [...connections.values()].reduce((sum, each) => sum + Object.keys(each.subscriptions).length, 0);
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
