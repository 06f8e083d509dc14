import { type Component, flushSync, hydrate, mount } from 'svelte';
import { i18nKey } from '#lib/i18n/context.ts';
import { createI18n } from '#lib/i18n/i18n.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Messages } from '#lib/i18n/words.ts';
import ConnectionNotice from '#lib/live/connection-notice.svelte';
import { rememberZone } from '#lib/time/zone.ts';
import { addressKey } from './address.ts';
import { announceStart } from './started.ts';

/** An element that the server wrote, and the component that it wrote there. */
interface Written {
  readonly place: HTMLElement;
  readonly content: unknown;
}

/** Makes what the server wrote answer to the reader. */
export function enliven(
  written: readonly Written[],
  { locale, zone, messages }: { locale: Locale; zone: string; messages: Messages },
): void {
  let readerZone = $state(zone);
  const i18n = $derived(createI18n(locale, messages, readerZone));
  const context = new Map<unknown, unknown>([
    [i18nKey, () => i18n],
    [addressKey, () => new URL(location.href)],
  ]);
  for (const { place, content } of written) {
    hydrate(content as Component, { target: place, props: JSON.parse(place.dataset.props ?? '{}'), context });
  }
  mount(ConnectionNotice, { target: document.body, context });
  flushSync();
  readerZone = rememberZone();
  announceStart();
}
