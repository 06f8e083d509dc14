import { defaultLocale, href, locales } from '#lib/i18n/locale.ts';
import { escaped } from './card.rules.ts';

/** A page that anybody may find. */
export interface FindablePage {
  readonly path: `/${string}`;
  /** When it last changed, where that is known. */
  readonly changedAt?: string;
}

/** A file may name 50,000 addresses; each page has one in every language. */
export const pagesInFile = 50_000 / locales.length;

const top = '<?xml version="1.0" encoding="utf-8"?>\n';
const space = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Names the files among which the pages are divided. */
export function sitemapIndex(origin: string, pages: number): string {
  const files = Math.max(1, Math.ceil(pages / pagesInFile));
  const parts = Array.from(
    { length: files },
    (_, index) => `<sitemap><loc>${origin}/sitemap/${index + 1}.xml</loc></sitemap>`,
  );
  return `${top}<sitemapindex xmlns="${space}">\n${parts.join('\n')}\n</sitemapindex>\n`;
}

/** The pages of one file, from 1, each in every language with the others beside it; nothing where there is no such file. */
export function sitemapFile(origin: string, pages: readonly FindablePage[], part: number): string | undefined {
  const inside = pages.slice((part - 1) * pagesInFile, part * pagesInFile);
  if (inside.length === 0) return undefined;
  const urls = inside.flatMap(({ path, changedAt }) => {
    const at = (locale: (typeof locales)[number]) => escaped(origin + href(locale, path));
    const others = [...locales.map((locale) => [locale, locale] as const), ['x-default', defaultLocale] as const]
      .map(([tag, locale]) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${at(locale)}"/>`)
      .join('');
    const changed = changedAt ? `<lastmod>${changedAt}</lastmod>` : '';
    return locales.map((locale) => `<url><loc>${at(locale)}</loc>${changed}${others}</url>`);
  });
  return `${top}<urlset xmlns="${space}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}
