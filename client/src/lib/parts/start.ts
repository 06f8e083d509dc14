import { load } from 'virtual:messages/parts';
import type { Locale } from '#lib/i18n/locale.ts';
import { type PartName, parts } from '../../parts.ts';

/** What a visitor's page was written with. */
export interface Reader {
  readonly locale: Locale;
  readonly zone: string;
}

/** Brings the parts of a visitor's page to life; everything they need is fetched at once. */
export async function start({ locale, zone }: Reader): Promise<void> {
  const places = [...document.querySelectorAll<HTMLElement>('[data-alive]')];
  const names = places.map(({ dataset }) => dataset.alive as PartName);
  const [{ enliven }, contents, messages] = await Promise.all([
    import('./enliven.svelte.ts'),
    Promise.all(names.map((name) => parts[name]())),
    Promise.all(names.map((name) => load(locale, name))),
  ]);
  enliven(
    places.map((place, index) => ({ place, content: contents[index]?.default })),
    { locale, zone, messages: Object.assign({}, ...messages.map((set) => set.default)) },
  );
}
