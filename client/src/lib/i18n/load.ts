import areas from 'virtual:messages';
import type { Locale } from './locale.ts';
import type { Area } from './message-keys.d.ts';
import type { Messages } from './words.ts';

/** The messages of some areas in one language. */
export async function loadMessages(locale: Locale, ...names: readonly Area[]): Promise<Messages> {
  const found = await Promise.all(names.map((name) => areas[`${name}.${locale}`]?.()));
  return Object.assign({}, ...found.map((area) => area?.default));
}

/** The `load` of a page or layout that speaks of these areas, beside what the layouts around it speak of. */
export const withMessages =
  (...names: readonly Area[]) =>
  async ({ parent }: { parent(): Promise<{ locale: Locale; messages: Messages }> }) => {
    const { locale, messages } = await parent();
    return { messages: { ...messages, ...(await loadMessages(locale, ...names)) } };
  };
