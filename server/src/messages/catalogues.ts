import auditEn from './audit.en.json' with { type: 'json' };
import auditLt from './audit.lt.json' with { type: 'json' };
import bookingEn from './booking.en.json' with { type: 'json' };
import bookingLt from './booking.lt.json' with { type: 'json' };
import directoryEn from './directory.en.json' with { type: 'json' };
import directoryLt from './directory.lt.json' with { type: 'json' };
import equipmentEn from './equipment.en.json' with { type: 'json' };
import equipmentLt from './equipment.lt.json' with { type: 'json' };
import errorsEn from './errors.en.json' with { type: 'json' };
import errorsLt from './errors.lt.json' with { type: 'json' };
import identityEn from './identity.en.json' with { type: 'json' };
import identityLt from './identity.lt.json' with { type: 'json' };
import impactEn from './impact.en.json' with { type: 'json' };
import impactLt from './impact.lt.json' with { type: 'json' };
import liveEn from './live.en.json' with { type: 'json' };
import liveLt from './live.lt.json' with { type: 'json' };
import mailEn from './mail.en.json' with { type: 'json' };
import mailLt from './mail.lt.json' with { type: 'json' };
import membershipEn from './membership.en.json' with { type: 'json' };
import membershipLt from './membership.lt.json' with { type: 'json' };
import notificationsEn from './notifications.en.json' with { type: 'json' };
import notificationsLt from './notifications.lt.json' with { type: 'json' };
import openingHoursEn from './openingHours.en.json' with { type: 'json' };
import openingHoursLt from './openingHours.lt.json' with { type: 'json' };
import picturesEn from './pictures.en.json' with { type: 'json' };
import picturesLt from './pictures.lt.json' with { type: 'json' };
import postsEn from './posts.en.json' with { type: 'json' };
import postsLt from './posts.lt.json' with { type: 'json' };
import problemsEn from './problems.en.json' with { type: 'json' };
import problemsLt from './problems.lt.json' with { type: 'json' };
import textEn from './text.en.json' with { type: 'json' };
import textLt from './text.lt.json' with { type: 'json' };
import undoEn from './undo.en.json' with { type: 'json' };
import undoLt from './undo.lt.json' with { type: 'json' };

const en = {
  ...auditEn,
  ...bookingEn,
  ...directoryEn,
  ...equipmentEn,
  ...errorsEn,
  ...identityEn,
  ...impactEn,
  ...liveEn,
  ...mailEn,
  ...membershipEn,
  ...openingHoursEn,
  ...notificationsEn,
  ...picturesEn,
  ...postsEn,
  ...problemsEn,
  ...textEn,
  ...undoEn,
};
const lt = {
  ...auditLt,
  ...bookingLt,
  ...directoryLt,
  ...equipmentLt,
  ...errorsLt,
  ...identityLt,
  ...impactLt,
  ...liveLt,
  ...mailLt,
  ...membershipLt,
  ...openingHoursLt,
  ...notificationsLt,
  ...picturesLt,
  ...postsLt,
  ...problemsLt,
  ...textLt,
  ...undoLt,
};

/** Everything the server itself says: errors, refusals, mails. */
export type MessageKey = keyof typeof en;

/** ICU MessageFormat texts by language; a text missing in one language is a type error. */
export const catalogues: Record<'en' | 'lt', Record<MessageKey, string>> = { en, lt };
