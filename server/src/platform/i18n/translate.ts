import { type I18n, setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { catalogues, type MessageKey } from '../../messages/catalogues.ts';
import type { Locale } from './locale.rules.ts';

export type MessageParameters = Record<string, string | number | Date>;

/** What to say, not yet in a language. */
export interface Message {
  readonly key: MessageKey;
  readonly parameters?: MessageParameters;
}

const speakers = new Map<Locale, I18n>();

function speakerOf(locale: Locale): I18n {
  let speaker = speakers.get(locale);
  if (!speaker) {
    const messages = Object.fromEntries(
      Object.entries(catalogues[locale]).map(([key, text]) => [key, compileMessage(text)]),
    );
    speaker = setupI18n({ locale, messages: { [locale]: messages } });
    speakers.set(locale, speaker);
  }
  return speaker;
}

/** The message in the reader's language. */
export function translate(locale: Locale, key: MessageKey, parameters: MessageParameters = {}): string {
  return speakerOf(locale)._(key, parameters);
}
