import { load } from 'virtual:messages/routes';
import type { Locale } from './locale.ts';
import type { Messages } from './words.ts';

/** Loads the messages that a route names, and those of the frame round every page, in one language. */
export async function loadMessages(locale: Locale, routeId: string | null): Promise<Messages> {
  const [frame, own] = await Promise.all([load(locale, 'frame'), routeId === null ? undefined : load(locale, routeId)]);
  return { ...frame.default, ...own?.default };
}
