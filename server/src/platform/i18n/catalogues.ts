import type { Locale } from './locale.rules.ts';
import bookingEn from './messages/booking.en.json' with { type: 'json' };
import bookingLt from './messages/booking.lt.json' with { type: 'json' };
import directoryEn from './messages/directory.en.json' with { type: 'json' };
import directoryLt from './messages/directory.lt.json' with { type: 'json' };
import errorsEn from './messages/errors.en.json' with { type: 'json' };
import errorsLt from './messages/errors.lt.json' with { type: 'json' };
import identityEn from './messages/identity.en.json' with { type: 'json' };
import identityLt from './messages/identity.lt.json' with { type: 'json' };
import liveEn from './messages/live.en.json' with { type: 'json' };
import liveLt from './messages/live.lt.json' with { type: 'json' };
import mailEn from './messages/mail.en.json' with { type: 'json' };
import mailLt from './messages/mail.lt.json' with { type: 'json' };
import membershipEn from './messages/membership.en.json' with { type: 'json' };
import membershipLt from './messages/membership.lt.json' with { type: 'json' };
import postsEn from './messages/posts.en.json' with { type: 'json' };
import postsLt from './messages/posts.lt.json' with { type: 'json' };
import textEn from './messages/text.en.json' with { type: 'json' };
import textLt from './messages/text.lt.json' with { type: 'json' };

const en = {
  ...bookingEn,
  ...directoryEn,
  ...errorsEn,
  ...identityEn,
  ...liveEn,
  ...mailEn,
  ...membershipEn,
  ...postsEn,
  ...textEn,
};
const lt = {
  ...bookingLt,
  ...directoryLt,
  ...errorsLt,
  ...identityLt,
  ...liveLt,
  ...mailLt,
  ...membershipLt,
  ...postsLt,
  ...textLt,
};

/** Everything the server itself says: errors, refusals, mails. */
export type MessageKey = keyof typeof en;

/** ICU MessageFormat texts by language; a text missing in one language is a type error. */
export const catalogues: Record<Locale, Record<MessageKey, string>> = { en, lt };
