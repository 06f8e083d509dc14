import type { Locale } from './locale.rules.ts';
import errorsEn from './messages/errors.en.json' with { type: 'json' };
import errorsLt from './messages/errors.lt.json' with { type: 'json' };
import postsEn from './messages/posts.en.json' with { type: 'json' };
import postsLt from './messages/posts.lt.json' with { type: 'json' };
import textEn from './messages/text.en.json' with { type: 'json' };
import textLt from './messages/text.lt.json' with { type: 'json' };

const en = { ...errorsEn, ...postsEn, ...textEn };
const lt = { ...errorsLt, ...postsLt, ...textLt };

/** Everything the server itself says: errors, refusals, mails. */
export type MessageKey = keyof typeof en;

/** ICU MessageFormat texts by language; a text missing in one language is a type error. */
export const catalogues: Record<Locale, Record<MessageKey, string>> = { en, lt };
