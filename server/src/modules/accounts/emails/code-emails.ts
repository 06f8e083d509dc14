import type { Config } from '../../../config.ts';
import { type Locale, locales } from '../../../platform/i18n/locale.rules.ts';
import { lettersFromAnywhere } from '../email-code/code-limit.ts';
import type { LetterSecrets } from '../email-code/code-secrets.ts';
import type { CodePurpose } from '../email-code/email-code.enums.ts';
import type { KnownAccount } from '../email-code/email-code.reader.ts';
import { codeMinutes } from '../email-code/email-code.rules.ts';
import { type CodeContent, codeLayout } from './code-layout.ts';
import type { SendToMailbox } from './send-to-mailbox.ts';

/** What a letter is about. */
export interface CodeLetter {
  readonly purpose: CodePurpose;
  readonly email: string;
  /** Of whoever asks; the account's own comes before it. */
  readonly locale: Locale;
  /** Where the reader wanted to go on. */
  readonly next: string | null;
  readonly account: KnownAccount | undefined;
  readonly secrets: LetterSecrets;
}

/** The e-mails that answer whoever typed an address and waits for a code. */
export interface CodeEmails {
  /** Returns at once. Each address gets one e-mail, whatever is known of it; what it says only its owner reads. */
  send(letter: CodeLetter): void;
}

export function codeEmails(send: SendToMailbox, { origin }: Pick<Config, 'origin'>): CodeEmails {
  return {
    send(letter) {
      const locale = locales.find((each) => each === letter.account?.locale) ?? letter.locale;
      const content = contentOf(letter, (path, query) => {
        const given = new URLSearchParams(query);
        return `${origin}/${locale}/${path}${given.size > 0 ? `?${given}` : ''}`;
      });
      const hours = content.code && { hours: codeMinutes / 60 };
      const counted = { kind: content.subject.key, ofAKind: lettersFromAnywhere };
      send(letter.email, locale, { ...counted, ...codeLayout(content, locale), ...hours });
    },
  };
}

type PageAddress = (path: string, query: Record<string, string>) => string;

/** A code where it lets somebody in; else the way that does. */
function contentOf({ purpose, account, next, secrets }: CodeLetter, page: PageAddress): CodeContent {
  const back: Record<string, string> = next === null ? {} : { next };
  if (account?.twoFactorEnabled) {
    return {
      subject: { key: 'mail.code.secondStep.subject' },
      why: { key: purpose === 'sign-up' ? 'mail.code.secondStep.whySignUp' : 'mail.code.secondStep.whySignIn' },
      action: { label: { key: 'mail.code.secondStep.action' }, url: page('sign-in', back) },
      ignore: { key: 'mail.code.ignoreKnown' },
    };
  }
  if (!account && purpose === 'sign-in') {
    return {
      subject: { key: 'mail.code.nobody.subject' },
      why: { key: 'mail.code.nobody.why' },
      action: { label: { key: 'mail.code.nobody.action' }, url: page('sign-up', back) },
      ignore: { key: 'mail.code.nobody.ignore' },
    };
  }
  const isKnown = account?.emailVerified ?? false;
  const code = {
    digits: secrets.code,
    or: { key: 'mail.code.or', parameters: { minutes: codeMinutes } },
  } as const;
  const subject = { key: 'mail.code.subject', parameters: { code: secrets.code } } as const;
  const url = page('sign-up/code', { token: secrets.link });
  if (purpose === 'sign-up' && !isKnown) {
    return {
      subject,
      why: { key: 'mail.code.signUp.why' },
      code,
      action: { label: { key: 'mail.code.signUp.action' }, url },
      ignore: { key: 'mail.code.signUp.ignore' },
    };
  }
  return {
    subject,
    why: { key: purpose === 'sign-up' ? 'mail.code.signIn.whySignUp' : 'mail.code.signIn.why' },
    code,
    action: { label: { key: 'mail.code.signIn.action' }, url },
    ignore: { key: 'mail.code.ignoreKnown' },
  };
}
