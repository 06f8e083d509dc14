import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocketServer } from 'ws';
import { networkOf } from '../../../shared/network/network.ts';
import { addressOf, type TrustProxy } from '../../../shared/network/trusted-proxies.ts';
import { mayOpenSocket } from './origin.rules.ts';

export interface UpgradeOptions {
  readonly server: Server;
  /** The public address whose pages may open sockets. */
  readonly origin: string;
  /** Also let in pages of this machine, under whichever of its own names the request came. */
  readonly development: boolean;
  /** Whose word on the address of a client is believed. */
  readonly trustProxy: TrustProxy;
  readonly path?: string;
  readonly socketsPerNetwork?: number;
}

/**
 * Hands upgrade requests to the server of sockets; refuses foreign pages, and networks with too many sockets.
 * Returns what ends this.
 */
export function acceptUpgrades(sockets: WebSocketServer, options: UpgradeOptions): () => void {
  const { server, path = '/graphql', socketsPerNetwork = 200 } = options;
  const openFrom = new Map<string, number>();

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    if (request.url?.split('?')[0] !== path) {
      // Somebody else's, such as the bundler's in development; without one nobody would ever answer.
      if (server.listenerCount('upgrade') === 1) refuse(stream, '404 Not Found');
      return;
    }
    const { origin, host } = request.headers;
    if (!mayOpenSocket({ origin, host }, options.origin, options.development)) {
      refuse(stream, '403 Forbidden');
      return;
    }
    const network = networkOf(addressOf(request, options.trustProxy));
    const open = openFrom.get(network) ?? 0;
    if (open >= socketsPerNetwork) {
      refuse(stream, '429 Too Many Requests');
      return;
    }
    openFrom.set(network, open + 1);
    stream.once('close', () => {
      const left = (openFrom.get(network) ?? 1) - 1;
      if (left === 0) openFrom.delete(network);
      else openFrom.set(network, left);
    });
    sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request));
  }

  server.on('upgrade', upgrade);
  return () => server.off('upgrade', upgrade);
}

function refuse(stream: Duplex, status: string): void {
  stream.once('error', () => {});
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
