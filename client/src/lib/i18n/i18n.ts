import { createFormat, type Format } from './format.ts';
import type { Locale } from './locale.ts';
import type { Messages } from './message-keys.d.ts';
import { type Messages as Compiled, createWords, speak } from './words.ts';

export type MessageKey = keyof Messages;
type Parameters<Key extends MessageKey> = Messages[Key] extends undefined ? [] : [values: Messages[Key]];
/** Messages that need no parameter; for keys kept in data, such as the error of a field. */
export type PlainKey = { [Key in MessageKey]: Messages[Key] extends undefined ? Key : never }[MessageKey];
export type Translate = <Key extends MessageKey>(key: Key, ...values: Parameters<Key>) => string;

export interface I18n {
  readonly locale: Locale;
  readonly t: Translate;
  readonly format: Format;
}

/** Words and formats of one reader: a language and, for times, the reader's zone. */
export function createI18n(locale: Locale, messages: Compiled, zone: string): I18n {
  const words = createWords(locale);
  return {
    locale,
    t: (key, ...[values]) => {
      const message = messages[key];
      if (import.meta.env.DEV && message === undefined) console.error(`No page's load names the area of ${key}.`);
      return speak(message ?? key, words, values);
    },
    format: createFormat(locale, zone),
  };
}
