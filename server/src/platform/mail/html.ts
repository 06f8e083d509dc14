import type { Locale } from '../i18n/locale.rules.ts';

// Mail programs read styles in the element only.
const button =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#1f5d45;color:#fffdf8;text-decoration:none;font-weight:600';
const small = 'font-size:14px;color:#575b50;overflow-wrap:anywhere';
const body = 'margin:0;padding:24px;background:#faf6ee;color:#1f2420;font:16px/1.5 sans-serif';

/** The page around the parts of an e-mail. */
export const htmlPage = (locale: Locale, title: string, parts: readonly string[]): string =>
  `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body style="${body}"><div style="max-width:36em;margin:0 auto">
${parts.join('\n')}
</div></body></html>
`;

export const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

/** The one thing to do. */
export const buttonTo = (url: string, label: string): string =>
  `<p><a href="${escaped(url)}" style="${button}">${escaped(label)}</a></p>`;

/** The same address in words, for programs that show no buttons. */
export const plainLink = (url: string, why: string): string =>
  `<p style="${small}">${escaped(why)}<br><a href="${escaped(url)}" style="color:inherit">${escaped(url)}</a></p>`;

export const smallPrint = (text: string): string => `<p style="${small}">${escaped(text)}</p>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text that cannot bring HTML along. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
