export interface UpgradeHeaders {
  readonly origin: string | undefined;
  readonly host: string | undefined;
}

/**
 * Whether a page may open a socket that carries its visitor's cookies. Browsers send `Origin` with every
 * upgrade; a client without one is no page. In development the page may also come from the server's own host
 * under another of its names.
 */
export function mayOpenSocket({ origin, host }: UpgradeHeaders, ownOrigin: string, development: boolean): boolean {
  if (origin === undefined || origin === ownOrigin) return true;
  return development && host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}

/**
 * The address a request came from: the last one that a proxy names, else the socket's own. Only a proxy on this
 * machine or in its private network is believed, which a stranger's request never comes from.
 */
export function clientAddress(remote: string | undefined, forwardedFor: string | undefined): string {
  const address = (remote ?? '').replace(/^::ffff:/, '');
  if (!privateAddress.test(address)) return address;
  return forwardedFor?.split(',').at(-1)?.trim() || address;
}

/** Loopback and the ranges of RFC 1918 and RFC 4193. */
const privateAddress = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:)/i;
