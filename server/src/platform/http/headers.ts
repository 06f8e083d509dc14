/** A year, as browsers want it before they refuse to go back to http. */
const staySecure = 'max-age=31536000';

/**
 * Stand on every answer, also on those of the pages, which pass the hooks by: nothing is guessed, other sites
 * learn our address without its path, and pages may ask for the place and for passkeys but for no other device.
 */
export const commonHeaders = (origin: string | undefined): Readonly<Record<string, string>> => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'geolocation=(self), publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  ...(origin?.startsWith('https:') && { 'strict-transport-security': staySecure }),
});

/** Stand on what is data and no page: it runs nothing, and no other site may frame or embed it. */
export const dataHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Carries the address of the client; the server sets it itself and drops what a client sent. */
export const clientAddressHeader = 'x-forwarded-for';
