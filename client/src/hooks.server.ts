import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { inProcessApiOf } from '#lib/api/in-process-api.server.ts';
import { createApi } from '#lib/api/load.server.ts';
import { isTheme } from '#lib/features/layout/theme.ts';
import { isLocale, type Locale, preferredLocale } from '#lib/i18n/locale.ts';
import { readZone } from '#lib/time/zone.ts';

const year = 60 * 60 * 24 * 365;
/** Cookies that say how somebody reads; any other may say who. */
const ofReading = new Set(['city', 'locale', 'theme', 'zone']);

/** Pages live under a language; an address without one leads to the reader's. */
function withoutLocale(url: URL, locale: Locale): Response {
  const path = url.pathname === '/' ? '' : url.pathname;
  return new Response(null, {
    status: 302,
    headers: { location: `/${locale}${path}${url.search}`, vary: 'accept-language, cookie' },
  });
}

/** The operator's map style and its tiles come from where they live, which is known only when the server runs. */
function allowMap(headers: Headers, mapStyleUrl: string): void {
  const policy = headers.get('content-security-policy') ?? '';
  const origin = new URL(mapStyleUrl).origin;
  headers.set('content-security-policy', policy.replaceAll(/(connect|img)-src [^;]*/g, `$& ${origin}`));
}

export const handle: Handle = async ({ event, resolve }) => {
  const { cookies, url, request, locals } = event;
  const [, first = ''] = url.pathname.split('/');
  const remembered = cookies.get('locale');
  locals.locale = isLocale(first)
    ? first
    : isLocale(remembered)
      ? remembered
      : preferredLocale(request.headers.get('accept-language'));
  if (!isLocale(first) && !/\.\w+$/.test(url.pathname) && request.method === 'GET')
    return withoutLocale(url, locals.locale);

  const theme = cookies.get('theme');
  locals.theme = isTheme(theme) ? theme : 'system';
  locals.zone = readZone(cookies.get('zone'));
  locals.anonymous = cookies.getAll().every(({ name }) => ofReading.has(name));
  locals.apiCookies = [];
  locals.inProcessApi = inProcessApiOf(event);
  locals.graphql = createApi(event);

  // Asked for while the page is written, as a form may have changed the theme by then.
  const root = () => `<html lang="${locals.locale}" data-theme="${locals.theme}">`;
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('<html lang="lt" data-theme="system">', root),
    preload: (file) =>
      file.type === 'font' ? locals.locale !== 'en' || !file.filename.includes('-ext-') : file.type !== 'asset',
  });
  for (const cookie of locals.apiCookies) response.headers.append('set-cookie', cookie);
  const { mapStyleUrl } = locals.inProcessApi.settings;
  if (mapStyleUrl) allowMap(response.headers, mapStyleUrl);
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (isLocale(first) && remembered !== first && isPage) {
    const lasting = { maxAge: year, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
    response.headers.append('set-cookie', cookies.serialize('locale', first, lasting));
  }
  return response;
};

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  const reference = crypto.randomUUID().slice(0, 8);
  console.error(`${reference} ${event.request.method} ${event.url.pathname}`, error);
  return { message: 'Internal error', code: 'INTERNAL', reference };
};
