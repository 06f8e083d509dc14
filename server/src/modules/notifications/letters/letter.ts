import type { Attachment } from '../../../platform/mail/email.ts';

/** Words with the address they lead to. */
export interface LetterLink {
  readonly label: string;
  readonly url: string;
}

/** What a letter says, in its reader's language but without looks. */
export interface Letter {
  readonly subject: string;
  /** What happened, in sentences. */
  readonly paragraphs: readonly string[];
  /** What somebody wrote. */
  readonly quote?: string | undefined;
  readonly facts?: readonly (readonly [label: string, value: string])[];
  /** The very thing. */
  readonly action: LetterLink;
  /** What else one may want to do with it. */
  readonly links?: readonly LetterLink[];
  /** What one could take instead. */
  readonly alternatives?: { readonly title: string; readonly links: readonly LetterLink[] } | undefined;
  readonly attachments?: readonly Attachment[];
  /** What it is about, by which mail programs keep letters together. */
  readonly thread: string;
  /** After this it says nothing worth reading. */
  readonly until?: Date;
}
