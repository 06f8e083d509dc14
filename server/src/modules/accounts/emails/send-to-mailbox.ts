import type { RateLimit, RateLimits } from '../../../platform/context/rate-limits.ts';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import type { Email } from '../../../platform/mail/email.ts';
import type { Mailer } from '../../../platform/mail/mailer.ts';

const usual: RateLimit = { times: 5, seconds: 60 * 60 };

/** Words for one mailbox; `kind` is what is counted together, `ofAKind` how many there may be. */
export type MailboxEmail = Omit<Email, 'to' | 'locale'> & { readonly kind: string; readonly ofAKind?: RateLimit };

export type SendToMailbox = (to: string, locale: Locale, email: MailboxEmail) => void;

/** Sends through a mailer; nobody's mailbox gets more of a kind than there may be, whoever asks for them. */
export const sendToMailbox =
  (mailer: Mailer, limits: RateLimits): SendToMailbox =>
  (to, locale, { kind, ofAKind = usual, ...email }) =>
    mailer.send({ to, locale, ...email }, async () => {
      const attempt = { who: to, action: `e-mail ${kind}` };
      return (await limits.count(attempt, ofAKind)) === undefined;
    });
