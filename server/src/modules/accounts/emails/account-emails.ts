import type { Config } from '../../../config.ts';
import { defaultLocale, type Locale, locales } from '../../../platform/i18n/locale.rules.ts';
import { type ActionContent, actionLayout } from '../../../platform/mail/action-layout.ts';
import { linkHours } from '../auth/account.rules.ts';
import type { SendToMailbox } from './send-to-mailbox.ts';

/** To whom an e-mail goes, as better-auth hands over an account. */
export interface Recipient {
  readonly email: string;
  readonly name: string;
  readonly locale?: unknown;
}

/** The e-mails about accounts. Each returns at once, whether or not one goes out, so that answers take the same time. */
export interface AccountEmails {
  /** `next` is the address of ours to go on to. */
  confirmAddress(recipient: Recipient, token: string, next: string | null): void;
  resetPassword(recipient: Recipient, token: string): void;
  /** For an account whose address nobody confirmed: whoever reads the mailbox decides what becomes of it. */
  completeSignUp(recipient: Recipient, token: string): void;
}

const localeOf = ({ locale }: Recipient): Locale => locales.find((each) => each === locale) ?? defaultLocale;

/** E-mails to mailboxes, each in the language of its account. */
export function accountEmails(mailbox: SendToMailbox, config: Pick<Config, 'origin'>): AccountEmails {
  const send = (recipient: Recipient, content: Omit<ActionContent, 'name'>, hours?: number) => {
    const { email: to, name } = recipient;
    const locale = localeOf(recipient);
    const words = actionLayout({ name, ...content }, locale);
    mailbox(to, locale, { kind: content.subject.key, ...words, ...(hours !== undefined && { hours }) });
  };
  const page = (recipient: Recipient, path: string) => `${config.origin}/${localeOf(recipient)}/${path}`;
  return {
    confirmAddress: (recipient, token, next) =>
      send(recipient, {
        subject: { key: 'mail.confirm.subject' },
        before: [{ key: 'mail.confirm.why' }],
        action: {
          label: { key: 'mail.confirm.action' },
          url: page(recipient, `verify-email?${new URLSearchParams({ token, ...(next !== null && { next }) })}`),
        },
        after: [{ key: 'mail.confirm.ignore', parameters: { hours: linkHours.confirm } }],
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
