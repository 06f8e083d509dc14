import { error } from '@sveltejs/kit';
import { locales } from '#lib/i18n/locale.ts';

const day = 86_400_000;
/** A reader may rely on it for so long; an installation that is no longer looked after promises nothing. */
const valid = 90 * day;

/** Whom to tell of a hole (RFC 9116), where the operator says it. */
export const GET = ({ locals, url }) => {
  const { securityContact } = locals.inProcessApi.settings;
  if (!securityContact) error(404, 'Not found', { code: 'NOT_FOUND' });
  const text = [
    `Contact: ${securityContact}`,
    `Expires: ${new Date(Date.now() + valid).toISOString()}`,
    `Preferred-Languages: ${locales.join(', ')}`,
    `Canonical: ${url.origin}/.well-known/security.txt`,
    '',
  ].join('\n');
  return new Response(text, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=86400' },
  });
};
