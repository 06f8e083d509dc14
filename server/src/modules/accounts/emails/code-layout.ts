import { type Message, translate } from '../../../platform/i18n/translate.ts';
import type { Layout } from '../../../platform/mail/email.ts';
import { buttonTo, htmlPage, paragraph, plainLink, smallPrint } from '../../../platform/mail/html.ts';

/** An answer to whoever typed an address: a code where one lets them in, and a link. */
export interface CodeContent {
  readonly subject: Message;
  /** Why somebody is written to. */
  readonly why: Message;
  /** What to type, and what leads to the link for whoever reads on another device. */
  readonly code?: { readonly digits: string; readonly or: Message };
  readonly action: { readonly label: Message; readonly url: string };
  /** What to do where it was somebody else. */
  readonly ignore: Message;
}

// Read off a phone that lies beside the keyboard, and chosen whole by one touch.
const big =
  'margin:24px 0;font:700 40px/1.2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:0.16em;user-select:all;-webkit-user-select:all';

/** The layout for e-mails with a code. It greets nobody by name: anyone may have typed one, with this address. */
export const codeLayout: Layout<CodeContent> = ({ code, action: { url, label }, ...content }, locale) => {
  const say = ({ key, parameters }: Message) => translate(locale, key, parameters);
  const subject = say(content.subject);
  const before = [say({ key: 'mail.greetingNobody' }), say(content.why)];
  const ignore = say(content.ignore);
  const signature = say({ key: 'mail.signature' });
  return {
    subject,
    link: url,
    text: `${[...before, ...(code ? [`    ${code.digits}`, say(code.or)] : []), url, ignore].join('\n\n')}\n\n-- \n${signature}\n`,
    html: htmlPage(locale, subject, [
      ...before.map(paragraph),
      ...(code ? [`<p style="${big}">${code.digits}</p>`, paragraph(say(code.or))] : []),
      buttonTo(url, say(label)),
      paragraph(ignore),
      plainLink(url, say({ key: 'mail.linkAnyway' })),
      smallPrint(signature),
    ]),
  };
};
