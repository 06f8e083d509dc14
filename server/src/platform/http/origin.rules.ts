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
