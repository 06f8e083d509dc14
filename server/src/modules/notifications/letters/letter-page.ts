import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import { escaped } from '../../../platform/mail/html.ts';
import type { Letter, LetterLink } from './letter.ts';

// Most mail programs read styles in the element only; the rest is for those that know the dark.
const dark = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.page{background:#17201b!important;color:#efe9dc!important}
.soft{color:#b6b8ab!important}
.rule{border-color:#3a463f!important}
.do{background:#8fcfb0!important;color:#10201a!important}
a.to{color:#9cc6ea!important}
.card{background:#1f2a24!important;border-color:#3a463f!important}
}`;
const page = 'margin:0;padding:24px 16px;background:#faf6ee;color:#1f2420;font:16px/1.5 sans-serif';
const button =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#1f5d45;color:#fffdf8;text-decoration:none;font-weight:600';
const link = 'display:inline-block;padding:10px 16px 10px 0;color:#1d4f7c';
const soft = 'color:#575b50';
const card = 'margin:8px 0;padding:4px 14px;background:#fffdf8;border:1px solid #d9d2c2;border-radius:6px';
const band = 'height:6px;margin:0 0 24px;background:#1f5d45;border-bottom:3px solid #a3362b;font-size:0;line-height:0';

/** The page around the parts of a letter, readable in the light and in the dark. */
export const letterPage = (locale: Locale, title: string, parts: readonly string[]): string =>
  `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escaped(title)}</title><style>${dark}</style></head>
<body class="page" style="${page}"><div style="max-width:36em;margin:0 auto">
<div style="${band}">&nbsp;</div>
${parts.filter(Boolean).join('\n')}
</div></body></html>
`;

export const paragraph = (text: string): string => `<p style="margin:0 0 16px">${lines(text)}</p>`;

/** The words of somebody else. */
export const quote = (text: string): string =>
  `<blockquote class="rule" style="margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #c9c1ae">${lines(text)}</blockquote>`;

export const facts = (all: NonNullable<Letter['facts']>): string =>
  `<table role="presentation" style="border-collapse:collapse;margin:0 0 16px">${all.map(fact).join('')}</table>`;

const fact = ([label, value]: readonly [string, string]): string =>
  `<tr><td class="soft" style="${soft};padding:4px 16px 4px 0;vertical-align:top;white-space:nowrap">${escaped(label)}</td>` +
  `<td style="padding:4px 0;vertical-align:top;font-weight:600;overflow-wrap:anywhere">${lines(value)}</td></tr>`;

/** The one thing that most want to do. */
export const action = ({ label, url }: LetterLink): string =>
  `<p style="margin:24px 0 8px"><a class="do" href="${escaped(url)}" style="${button}">${escaped(label)}</a></p>`;

export const links = (all: readonly LetterLink[]): string =>
  `<p style="margin:0 0 16px">${all.map(plain).join(' ')}</p>`;

const plain = ({ label, url }: LetterLink): string =>
  `<a class="to" href="${escaped(url)}" style="${link}">${escaped(label)}</a>`;

export const alternatives = ({ title, links: all }: NonNullable<Letter['alternatives']>): string =>
  `<p style="margin:24px 0 4px;font-weight:600">${escaped(title)}</p>\n${all
    .map((each) => `<div class="card" style="${card}">${plain(each)}</div>`)
    .join('\n')}`;

/** Why it came, and how to stop it. */
export const footer = (texts: readonly string[], stop: LetterLink): string =>
  `<div class="rule soft" style="${soft};margin-top:32px;padding-top:12px;border-top:1px solid #d9d2c2;font-size:14px">
${texts.map((text) => `<p style="margin:0 0 4px">${escaped(text)}</p>`).join('\n')}
<p style="margin:0"><a class="to" href="${escaped(stop.url)}" style="${link}">${escaped(stop.label)}</a></p></div>`;

/** With a word joiner on either side no line ends within `10:00–12:00`. */
const lines = (text: string): string =>
  escaped(text)
    .replaceAll('\n', '<br>')
    .replaceAll(/(?<=\d)–(?=\d)/g, '&#8288;–&#8288;');
