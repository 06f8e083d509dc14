export interface UpgradeHeaders {
  readonly origin: string | undefined;
  readonly host: string | undefined;
}

/** This machine under any port; no name that somebody else's name server could point here. */
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether a page may open a socket that carries its visitor's cookies. Browsers send `Origin` with every
 * upgrade; a client without one is no page. In development, where the public address is not known, the page may
 * also come from the server's own host under another of the machine's names for itself.
 */
export function mayOpenSocket({ origin, host }: UpgradeHeaders, ownOrigin: string, development: boolean): boolean {
  if (origin === undefined || origin === ownOrigin) return true;
  if (!development || host === undefined || !loopback.test(host)) return false;
  return origin === `http://${host}` || origin === `https://${host}`;
}
