/** The languages the pages are written in; the first is the default. */
export const locales = ['lt', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = locales[0];

/** What each language calls itself. */
export const localeNames: Record<Locale, string> = { lt: 'Lietuviškai', en: 'English' };

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

/** The address of a page in a language: `href('lt', '/centres')` is `/lt/centres`. */
export function href(locale: Locale, path: `/${string}`): string {
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** A page's address without its origin, and without the name of a form action that a post leaves there. */
export function addressOf(url: { readonly pathname: string; readonly search: string }): string {
  return url.pathname + url.search.replace(/^\?\/\w+=?(&|$)/, (_, more) => (more ? '?' : ''));
}

/** The same address in another language: `/lt/centres?city=vilnius` becomes `/en/centres?city=vilnius`. */
export function inLocale(address: string, locale: Locale): string {
  const [, first = '', rest = ''] = /^\/([^/?]*)(.*)$/.exec(address) ?? [];
  return `/${locale}${isLocale(first) || first === '' ? rest : `/${first}${rest}`}`;
}

/** The first language of an Accept-Language header that we speak. */
export function preferredLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1];
      return { language: tag.toLowerCase().split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return wanted.map(({ language }) => language).find(isLocale) ?? defaultLocale;
}
