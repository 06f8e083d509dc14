import { getContext, setContext } from 'svelte';
import type { Format } from './format.ts';
import type { I18n, Translate } from './i18n.ts';
import { href, type Locale } from './locale.ts';

/** Under which a component finds the reader's language. */
export const i18nKey = Symbol('i18n');

export const provideI18n = (current: () => I18n): void => void setContext(i18nKey, current);

/** The reader's language, for components: `const { t, format, to } = useI18n();`. */
export function useI18n(): {
  readonly locale: Locale;
  /** The text of a message. */
  t: Translate;
  /** Dates, numbers, distances and names as the reader writes them. */
  readonly format: Format;
  /** The address of a page in the reader's language. */
  to(path: `/${string}`): string;
} {
  const i18n = getContext<() => I18n>(i18nKey);
  return {
    get locale() {
      return i18n().locale;
    },
    t: (key, ...values) => i18n().t(key, ...values),
    get format() {
      return i18n().format;
    },
    to: (path) => href(i18n().locale, path),
  };
}
