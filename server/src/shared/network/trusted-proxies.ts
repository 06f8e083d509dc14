import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';

/** Whether what an address says about whom it asks for is believed; hop 0 is the one that is connected. */
export type TrustProxy = (address: string, hop: number) => boolean;

/**
 * Reads a list such as `loopback, 10.0.3.7, fd12:3456::/32`, whose words are those of fastify: `loopback`,
 * `linklocal` and `uniquelocal`. Throws where a part is none of them.
 */
export const trustedProxies = (list: string): TrustProxy =>
  proxyAddress.compile(list.split(',').map((part) => part.trim()));

/** The address a request came from: the nearest one that is no trusted proxy. */
export const addressOf = (request: IncomingMessage, trust: TrustProxy): string => proxyAddress(request, trust);

/** Whether it is a list of proxies that can be read. */
export function isProxyList(list: string): boolean {
  try {
    trustedProxies(list);
    return true;
  } catch {
    return false;
  }
}
