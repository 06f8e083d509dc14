import type { Locale } from '../i18n/locale.rules.ts';
import { type Message, translate } from '../i18n/translate.ts';

/** A letter to one person, not yet in a language. */
export interface Letter {
  readonly to: string;
  readonly name: string;
  readonly locale: Locale;
  readonly subject: Message;
  /** Paragraphs before the link. */
  readonly before: readonly Message[];
  readonly action: { readonly label: Message; readonly url: string };
  /** Paragraphs after the link. */
  readonly after: readonly Message[];
  /** How long its link is of use; a day where left out. */
  readonly hours?: number;
}

/** A letter as it is sent: the same words as plain text and as HTML. */
export interface WrittenLetter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where the letter leads. */
  readonly url: string;
}

/** Writes a letter in its reader's language. */
export function writeLetter(letter: Letter): WrittenLetter {
  const say = ({ key, parameters }: Message) => translate(letter.locale, key, parameters);
  const { url } = letter.action;
  const subject = say(letter.subject);
  const { name } = letter;
  const greeting = say(
    linkLike.test(name) ? { key: 'mail.greetingNobody' } : { key: 'mail.greeting', parameters: { name } },
  );
  const before = letter.before.map(say);
  const after = letter.after.map(say);
  const signature = say({ key: 'mail.signature' });
  const anyway = say({ key: 'mail.linkAnyway' });
  return {
    to: letter.to,
    subject,
    url,
    text: `${[greeting, ...before, url, ...after].join('\n\n')}\n\n-- \n${signature}\n`,
    html: page(letter.locale, subject, [
      ...[greeting, ...before].map(paragraph),
      `<p><a href="${escaped(url)}" style="${button}">${escaped(say(letter.action.label))}</a></p>`,
      ...after.map(paragraph),
      `<p style="${small}">${escaped(anyway)}<br><a href="${escaped(url)}" style="color:inherit">${escaped(url)}</a></p>`,
      `<p style="${small}">${escaped(signature)}</p>`,
    ]),
  };
}

/** Anyone may have a letter sent to a stranger under any name; one that mail programs make a link of stays out. */
const linkLike = /[/\\:@]|\.\p{L}{2}/u;

// Mail programs read styles in the element only.
const button =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#1f5d45;color:#fffdf8;text-decoration:none;font-weight:600';
const small = 'font-size:14px;color:#575b50;overflow-wrap:anywhere';
const body = 'margin:0;padding:24px;background:#faf6ee;color:#1f2420;font:16px/1.5 sans-serif';

const page = (locale: Locale, subject: string, parts: readonly string[]): string =>
  `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="${body}"><div style="max-width:36em;margin:0 auto">
${parts.join('\n')}
</div></body></html>
`;

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
