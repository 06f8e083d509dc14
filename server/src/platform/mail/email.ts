import type { Locale } from '../i18n/locale.rules.ts';

/** A file that comes with an e-mail, such as an entry for a calendar. */
export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  /** Text, or bytes in base64 where `encoding` says so. */
  readonly content: string;
  readonly encoding?: 'base64';
}

/** An e-mail to one person, in their language, as it is sent. */
export interface Email {
  readonly to: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly text: string;
  /** The same words as HTML. */
  readonly html?: string;
  readonly attachments?: readonly Attachment[];
  /** Beside those that every e-mail has, such as `List-Unsubscribe`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Where it leads; shown in the log where no e-mails are sent. */
  readonly link?: string;
  /** For how many hours it is of use; a day where left out. */
  readonly hours?: number;
}

/** Makes an e-mail's words of what a module has to say; each module chooses or brings one. */
export type Layout<Content> = (content: Content, locale: Locale) => Pick<Email, 'subject' | 'text' | 'html' | 'link'>;
