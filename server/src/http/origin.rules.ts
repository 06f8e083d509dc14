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

/** The address a request came from: the last one a proxy on this machine names, else the socket's own. */
export function clientAddress(remote: string | undefined, forwardedFor: string | undefined): string {
  const address = (remote ?? '').replace(/^::ffff:/, '');
  if (!isLoopback(address)) return address;
  return forwardedFor?.split(',').at(-1)?.trim() || address;
}

const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');
