/**
 * GraphQL over WebSocket at `/graphql`, beside HTTP on the same server:
 *
 *     const sockets = attachWebSocket({
 *       server: http.server, schema, hub, log,
 *       origin: config.origin, development: config.development,
 *       authenticate: (headers) => …Actor,                  // session of the cookie; `visitor` without one
 *       makeContext: ({ actor, locale }) => makeContext({ em: orm.em.fork(), actor, locale, now, wake: hub.wake }),
 *       liveSessions: (ids) => readLiveSessions(rows, ids, new Date()),
 *     });
 *     await sockets.close();      // first of all that stops: an HTTP server waits for its open sockets
 */
import type { Server } from 'node:http';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { TrustProxy } from '../../shared/network/trusted-proxies.ts';
import { isOutage } from '../database/retry.ts';
import { type Connection, type ProtocolOptions, socketProtocol } from './socket-protocol.ts';
import { acceptSockets } from './socket-upgrade.ts';

export interface WebSocketOptions extends Omit<ProtocolOptions, 'subscriptionsPerSocket'> {
  readonly server: Server;
  /** The public address whose pages may open sockets. */
  readonly origin: string;
  /** Also let in pages of the host that the request names. */
  readonly development: boolean;
  /** Whose word on the address of a client is believed. */
  readonly trustProxy: TrustProxy;
  /** Which of these sessions still hold. */
  readonly liveSessions: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly path?: string;
  readonly socketsPerAddress?: number;
  readonly subscriptionsPerSocket?: number;
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
/** Bytes that wait for a slow reader; it is dropped beyond and resumes by its cursor. */
const largestBacklog = 1024 * 1024;

/** Serves GraphQL over WebSocket on an HTTP server that exists. */
export function attachWebSocket(options: WebSocketOptions): AttachedWebSocket {
  const { log, subscriptionsPerSocket = 50, path = '/graphql', socketsPerAddress = 200 } = options;
  const protocol = socketProtocol({ ...options, subscriptionsPerSocket });
  const connections = new Map<WebSocket, Connection>();
  const answering = new WeakSet<WebSocket>();

  const sockets = acceptSockets({ ...options, path, socketsPerAddress, largestMessage }, (socket, ...from) => {
    const [request, stream, address] = from;
    // Between messages of `ws`, which writes each at once as long as nothing is compressed.
    const push: Connection['push'] = (frame, sent) => {
      whileOpen(socket, () => stream.write(frame, sent), sent);
      return stream.writableLength === 0;
    };
    const connection: Connection = { request, address, push, locale: 'lt', subscriptions: {}, sessionId: undefined };
    connections.set(socket, connection);
    answering.add(socket);
    socket.on('pong', () => answering.add(socket));
    // A frame that breaks the protocol or its limits; `ws` closes the socket with the code that says so.
    socket.on('error', (err) => log.debug({ err }, 'a socket broke'));
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => new Promise<void>((sent) => whileOpen(socket, () => socket.send(text, () => sent()), sent)),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (handle) =>
          socket.on('message', (data) => {
            handle(String(data)).catch((err: unknown) => {
              log[isOutage(err) ? 'debug' : 'error']({ err }, 'a message over a socket could not be answered');
              socket.close(1013, 'Try again later');
            });
          }),
      },
      connection,
    );
    socket.once('close', (code, reason) => {
      connections.delete(socket);
      closed(code, String(reason)).catch((err: unknown) => log.error({ err }, 'a socket did not end cleanly'));
    });
  });

  function whileOpen(socket: WebSocket, write: () => void, sent?: () => void): void {
    if (socket.readyState === socket.OPEN) write();
    else sent?.();
    if (socket.bufferedAmount > largestBacklog) socket.terminate();
  }

  const pings = setInterval(() => {
    for (const socket of connections.keys()) {
      if (!answering.delete(socket)) socket.terminate();
      else if (socket.readyState === socket.OPEN) socket.ping();
    }
  }, options.pingEvery ?? 12_000).unref();

  async function endSessions(): Promise<void> {
    const ids = [...new Set([...connections.values()].flatMap(({ sessionId }) => sessionId ?? []))];
    if (ids.length === 0) return;
    const holding = await options.liveSessions(ids);
    for (const [socket, { sessionId }] of connections) {
      const ended = sessionId !== undefined && ids.includes(sessionId) && !holding.has(sessionId);
      if (ended) socket.close(CloseCode.Unauthorized, 'Session ended');
    }
  }
  // Without the database nobody is answered either; the next look finds what ended meanwhile.
  const watch = setInterval(() => void endSessions().catch(() => {}), options.watchEvery ?? 1000).unref();

  return {
    get open() {
      return connections.size;
    },
    get subscriptions() {
      return [...connections.values()].reduce((sum, each) => sum + Object.keys(each.subscriptions).length, 0);
    },
    async close() {
      clearInterval(pings);
      clearInterval(watch);
      const gone = new Promise<void>((resolve) => sockets.close(() => resolve()));
      for (const socket of sockets.clients) socket.close(1001, 'Going away');
      const impatience = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, 2000);
      await gone;
      clearTimeout(impatience);
    },
  };
}
