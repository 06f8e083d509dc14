import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The token in a `Cookie` header as better-auth signs it, `<token>.<HMAC-SHA256 in base64>`; undefined where it is
 * missing or was not signed with this secret.
 */
export function signedToken(header: string, name: string, secret: string): string | undefined {
  const value = cookieOf(header, name);
  const dot = value?.lastIndexOf('.') ?? -1;
  if (value === undefined || dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const signed = createHmac('sha256', secret).update(token).digest();
  return given.length === signed.length && timingSafeEqual(given, signed) ? token : undefined;
}

/** The first cookie of the name. */
function cookieOf(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    const value = part.slice(at + 1).trim();
    try {
      return decodeURIComponent(value);
    } catch {
      return undefined;
    }
  }
  return undefined;
}
