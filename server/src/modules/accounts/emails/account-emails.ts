import type { Config } from '../../../config.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { defaultLocale, type Locale, locales } from '../../../platform/i18n/locale.rules.ts';
import { type Allowance, countAttempt } from '../../../platform/limits/attempts.service.ts';
import type { Letter } from '../../../platform/mail/letter.ts';
import type { Mailer } from '../../../platform/mail/mailer.ts';
import { linkHours } from '../auth/account.rules.ts';

/** To whom an e-mail goes, as better-auth hands over an account. */
export interface Recipient {
  readonly email: string;
  readonly name: string;
  readonly locale?: unknown;
}

/** The e-mails about accounts. Each returns at once, whether or not one goes out, so that answers take the same time. */
export interface AccountEmails {
  confirmAddress(recipient: Recipient, token: string): void;
  accountExists(recipient: Recipient): void;
  resetPassword(recipient: Recipient, token: string): void;
  /** For an account whose address nobody confirmed: whoever reads the mailbox decides what becomes of it. */
  completeSignUp(recipient: Recipient, token: string): void;
}

const localeOf = ({ locale }: Recipient): Locale => locales.find((each) => each === locale) ?? defaultLocale;

const ofAKind: Allowance = { times: 5, seconds: 60 * 60 };

/** Letters through a mailer; nobody's mailbox gets more than five of a kind in an hour, whoever asks for them. */
export function accountEmails(mailer: Mailer, config: Pick<Config, 'origin'>, db: Database): AccountEmails {
  const post = (recipient: Recipient, letter: Pick<Letter, 'subject' | 'before' | 'action' | 'after' | 'hours'>) => {
    const { email, name } = recipient;
    const isWithin = async () => {
      const attempt = { who: email, deed: `letter ${letter.subject.key}` };
      return (await countAttempt(db, attempt, ofAKind, new Date())) === undefined;
    };
    mailer.post({ to: email, name, locale: localeOf(recipient), ...letter }, isWithin);
  };
  const page = (recipient: Recipient, path: string) => `${config.origin}/${localeOf(recipient)}/${path}`;
  return {
    confirmAddress: (recipient, token) =>
      post(recipient, {
        subject: { key: 'mail.confirm.subject' },
        before: [{ key: 'mail.confirm.why' }],
        action: {
          label: { key: 'mail.confirm.action' },
          url: page(recipient, `verify-email?token=${encodeURIComponent(token)}`),
        },
        after: [{ key: 'mail.confirm.ignore', parameters: { hours: linkHours.confirm } }],
      }),
    accountExists: (recipient) =>
      post(recipient, {
        subject: { key: 'mail.exists.subject' },
        before: [{ key: 'mail.exists.why' }, { key: 'mail.exists.hint' }],
        action: { label: { key: 'mail.exists.action' }, url: page(recipient, 'sign-in') },
        after: [{ key: 'mail.exists.ignore' }],
      }),
    resetPassword: (recipient, token) =>
      post(recipient, {
        subject: { key: 'mail.reset.subject' },
        before: [{ key: 'mail.reset.why' }],
        action: {
          label: { key: 'mail.reset.action' },
          url: page(recipient, `reset-password?token=${encodeURIComponent(token)}`),
        },
        after: [{ key: 'mail.reset.ignore', parameters: { hours: linkHours.reset } }],
        hours: linkHours.reset,
      }),
    completeSignUp: (recipient, token) =>
      post(recipient, {
        subject: { key: 'mail.complete.subject' },
        before: [{ key: 'mail.complete.why' }, { key: 'mail.complete.hint' }],
        action: {
          label: { key: 'mail.complete.action' },
          url: page(recipient, `reset-password?token=${encodeURIComponent(token)}`),
        },
        after: [{ key: 'mail.complete.ignore', parameters: { hours: linkHours.reset } }],
        hours: linkHours.reset,
      }),
  };
}
