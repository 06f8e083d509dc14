import { createContext } from 'svelte';
import type { Format } from './format.ts';
import type { I18n, Translate } from './i18n.ts';
import { href, type Locale } from './locale.ts';

const [current, provideI18n] = createContext<() => I18n>();

export { provideI18n };

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
  const i18n = current();
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
