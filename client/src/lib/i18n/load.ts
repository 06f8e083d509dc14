import { loaders } from 'virtual:messages';
import type { Locale } from './locale.ts';
import type { Messages } from './words.ts';

/** Loads the compiled messages of some areas in one language. */
export async function loadMessages(locale: Locale, areas: readonly string[]): Promise<Messages> {
  const modules = await Promise.all(areas.map((area) => loaders[`${area}.${locale}`]?.()));
  return Object.assign({}, ...modules.map((module) => module?.default));
}
