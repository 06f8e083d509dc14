import type { Config } from '../../../config.ts';
import type { RateLimit, RateLimits } from '../../../platform/context/rate-limits.ts';
import { defaultLocale, type Locale, locales } from '../../../platform/i18n/locale.rules.ts';
import { type ActionContent, actionLayout } from '../../../platform/mail/action-layout.ts';
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

const ofAKind: RateLimit = { times: 5, seconds: 60 * 60 };

/** E-mails through a mailer; nobody's mailbox gets more than five of a kind in an hour, whoever asks for them. */
export function accountEmails(mailer: Mailer, config: Pick<Config, 'origin'>, limits: RateLimits): AccountEmails {
  const send = (recipient: Recipient, content: Omit<ActionContent, 'name'>, hours?: number) => {
    const { email: to, name } = recipient;
    const locale = localeOf(recipient);
    const isWithin = async () => {
      const attempt = { who: to, action: `e-mail ${content.subject.key}` };
      return (await limits.count(attempt, ofAKind)) === undefined;
    };
    const words = actionLayout({ name, ...content }, locale);
    mailer.send({ to, locale, ...words, ...(hours !== undefined && { hours }) }, isWithin);
  };
  const page = (recipient: Recipient, path: string) => `${config.origin}/${localeOf(recipient)}/${path}`;
  return {
    confirmAddress: (recipient, token) =>
      send(recipient, {
        subject: { key: 'mail.confirm.subject' },
        before: [{ key: 'mail.confirm.why' }],
        action: {
          label: { key: 'mail.confirm.action' },
          url: page(recipient, `verify-email?token=${encodeURIComponent(token)}`),
        },
        after: [{ key: 'mail.confirm.ignore', parameters: { hours: linkHours.confirm } }],
      }),
    accountExists: (recipient) =>
      send(recipient, {
        subject: { key: 'mail.exists.subject' },
        before: [{ key: 'mail.exists.why' }, { key: 'mail.exists.hint' }],
        action: { label: { key: 'mail.exists.action' }, url: page(recipient, 'sign-in') },
        after: [{ key: 'mail.exists.ignore' }],
      }),
    resetPassword: (recipient, token) =>
      send(
        recipient,
        {
          subject: { key: 'mail.reset.subject' },
          before: [{ key: 'mail.reset.why' }],
          action: {
            label: { key: 'mail.reset.action' },
            url: page(recipient, `reset-password?token=${encodeURIComponent(token)}`),
          },
          after: [{ key: 'mail.reset.ignore', parameters: { hours: linkHours.reset } }],
        },
        linkHours.reset,
      ),
    completeSignUp: (recipient, token) =>
      send(
        recipient,
        {
          subject: { key: 'mail.complete.subject' },
          before: [{ key: 'mail.complete.why' }, { key: 'mail.complete.hint' }],
          action: {
            label: { key: 'mail.complete.action' },
            url: page(recipient, `reset-password?token=${encodeURIComponent(token)}`),
          },
          after: [{ key: 'mail.complete.ignore', parameters: { hours: linkHours.reset } }],
        },
        linkHours.reset,
      ),
  };
}
