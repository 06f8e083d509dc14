import { type Message, translate } from '../i18n/translate.ts';
import type { Layout } from './email.ts';
import { buttonTo, htmlPage, paragraph, plainLink, smallPrint } from './html.ts';

/** A greeting, why somebody is written to, and the one thing to do; not yet in a language. */
export interface ActionContent {
  readonly name: string;
  readonly subject: Message;
  /** Paragraphs before the link. */
  readonly before: readonly Message[];
  readonly action: { readonly label: Message; readonly url: string };
  /** Paragraphs after the link. */
  readonly after: readonly Message[];
}

/** Anyone may have an e-mail sent to a stranger under any name; one that mail programs make a link of stays out. */
const linkLike = /[/\\:@]|\.\p{L}{2}/u;

/** The layout for e-mails that ask for one thing. */
export const actionLayout: Layout<ActionContent> = ({ name, action, ...content }, locale) => {
  const say = ({ key, parameters }: Message) => translate(locale, key, parameters);
  const { url } = action;
  const subject = say(content.subject);
  const greeting = say(
    linkLike.test(name) ? { key: 'mail.greetingNobody' } : { key: 'mail.greeting', parameters: { name } },
  );
  const before = content.before.map(say);
  const after = content.after.map(say);
  const signature = say({ key: 'mail.signature' });
  return {
    subject,
    link: url,
    text: `${[greeting, ...before, url, ...after].join('\n\n')}\n\n-- \n${signature}\n`,
    html: htmlPage(locale, subject, [
      ...[greeting, ...before].map(paragraph),
      buttonTo(url, say(action.label)),
      ...after.map(paragraph),
      plainLink(url, say({ key: 'mail.linkAnyway' })),
      smallPrint(signature),
    ]),
  };
};
