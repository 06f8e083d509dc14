import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { isLocale, type Locale, preferredLocale } from '#lib/i18n/locale.ts';
import { startLate } from '#lib/parts/late-start.ts';
import { createApi } from '#lib/server/api.ts';
import { gatewayOf } from '#lib/server/gateway.ts';
import { nonceOf, withoutInlineStyles } from '#lib/server/inline-styles.rules.ts';
import { keptOr } from '#lib/server/kept-pages.ts';
import { readZone } from '#lib/time/zone.ts';
import { isTheme } from '#lib/ui/theme.ts';
import { dev, version } from '$app/env';

/** Where a browser finds `lib/parts/start.ts`. */
const partsEntry = dev ? '/src/lib/parts/start.ts' : `/_app/immutable/entry/parts.${version}.js`;
const year = 60 * 60 * 24 * 365;
/** Cookies that say how somebody reads; any other may say who. */
const ofReading = new Set(['locale', 'theme', 'zone']);

/** Pages live under a language; an address without one leads to the reader's. */
function withoutLocale(url: URL, locale: Locale): Response {
  const path = url.pathname === '/' ? '' : url.pathname;
  return new Response(null, {
    status: 302,
    headers: { location: `/${locale}${path}${url.search}`, vary: 'accept-language, cookie' },
  });
}

/** Lets a page load more of some kind than its policy names. */
function allow(headers: Headers, kinds: RegExp, source: string): void {
  const policy = headers.get('content-security-policy');
  if (!policy) return;
  const added = policy
    .split(';')
    .map((each) => (kinds.test(each) && !each.includes(source) ? `${each} ${source}` : each));
  headers.set('content-security-policy', added.join(';'));
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
  locals.visiting = false;
  locals.keepable = false;
  locals.bases = [];
  locals.apiCookies = [];
  locals.gateway = gatewayOf(event);
  locals.graphql = createApi(event);

  const response = await keptOr(event, () => render(event, resolve));
  if (isLocale(first) && remembered !== first && !event.isDataRequest) {
    const lasting = { maxAge: year, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
    response.headers.append('set-cookie', cookies.serialize('locale', first, lasting));
  }
  return response;
};

async function render(event: RequestEvent, resolve: Parameters<Handle>[0]['resolve']): Promise<Response> {
  const { locals } = event;
  // Asked for while the page is written, as a form may have changed the theme by then.
  let nonce: string | undefined;
  const root = () => `<html lang="${locals.locale}" data-theme="${locals.theme}">`;
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => {
      const page = html.replace('<html lang="lt" data-theme="system">', root);
      nonce ??= nonceOf(page);
      const styled = nonce ? withoutInlineStyles(page, nonce) : page;
      if (!locals.visiting) return styled;
      return startLate(styled, partsEntry, { locale: locals.locale, zone: locals.zone });
    },
    preload: (file) =>
      file.type === 'font' ? locals.locale !== 'en' || !file.filename.includes('-ext-') : file.type !== 'asset',
  });
  const { mapStyleUrl } = locals.gateway.settings;
  // While pages are developed all inline styles are allowed, which a nonce would take back.
  if (nonce) allow(response.headers, /^ ?style-src (?!.*'unsafe-inline')/, `'nonce-${nonce}'`);
  // The operator's map style and tiles come from where they live.
  if (mapStyleUrl) allow(response.headers, /^ ?(connect|img)-src /, new URL(mapStyleUrl).origin);
  for (const cookie of locals.apiCookies) response.headers.append('set-cookie', cookie);
  return response;
}

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  const reference = crypto.randomUUID().slice(0, 8);
  console.error(`${reference} ${event.request.method} ${event.url.pathname}`, error);
  return { message: 'Internal error', code: 'INTERNAL', reference };
};
