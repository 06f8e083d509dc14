import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import { type Message, translate } from '../../../platform/i18n/translate.ts';
import type { Email } from '../../../platform/mail/email.ts';
import type { Letter, LetterLink } from './letter.ts';
import { action, alternatives, facts, footer, letterPage, links, paragraph, quote } from './letter-page.ts';

/** A letter with what stands around every one. */
export interface AddressedLetter {
  readonly letter: Letter;
  readonly greeting: Message;
  /** Why it came. */
  readonly why: Message;
  /** Where e-mails of its category are stopped. */
  readonly stop: { readonly label: Message; readonly url: string };
}

/** The layout of letters about something that happened: the same words in text and HTML. */
export function letterLayout(
  { letter, ...around }: AddressedLetter,
  locale: Locale,
): Pick<Email, 'subject' | 'text' | 'html' | 'link'> {
  const say = ({ key, parameters }: Message) => translate(locale, key, parameters);
  const [greeting, why, signature] = [say(around.greeting), say(around.why), say({ key: 'mail.signature' })];
  const stop = { label: say(around.stop.label), url: around.stop.url };
  const { subject } = letter;
  return {
    subject,
    link: letter.action.url,
    text: [
      greeting,
      ...letter.paragraphs,
      letter.quote?.replace(/^/gm, '> '),
      letter.facts?.map(([label, value]) => `${label}: ${value}`).join('\n'),
      [letter.action, ...(letter.links ?? [])].map(line).join('\n'),
      letter.alternatives && [letter.alternatives.title, ...letter.alternatives.links.map(item)].join('\n\n'),
      `-- \n${why}\n${line(stop)}\n${signature}\n`,
    ]
      .filter(Boolean)
      .join('\n\n'),
    html: letterPage(locale, subject, [
      paragraph(greeting),
      ...letter.paragraphs.map(paragraph),
      letter.quote ? quote(letter.quote) : '',
      letter.facts ? facts(letter.facts) : '',
      action(letter.action),
      letter.links ? links(letter.links) : '',
      letter.alternatives ? alternatives(letter.alternatives) : '',
      footer([why, signature], stop),
    ]),
  };
}

const line = ({ label, url }: LetterLink): string => `${label}: ${url}`;
const item = ({ label, url }: LetterLink): string => `${label}\n${url}`;
