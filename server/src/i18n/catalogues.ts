import type { Locale } from './locale.rules.ts';
import errorsEn from './messages/errors.en.json' with { type: 'json' };
import errorsLt from './messages/errors.lt.json' with { type: 'json' };

const en = { ...errorsEn };
const lt = { ...errorsLt };

/** Everything the server itself says: errors, refusals, mails. */
export type MessageKey = keyof typeof en;

/** ICU MessageFormat texts by language; a text missing in one language is a type error. */
export const catalogues: Record<Locale, Record<MessageKey, string>> = { en, lt };
