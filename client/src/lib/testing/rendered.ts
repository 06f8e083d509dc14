import type { Component, ComponentProps } from 'svelte';
import { render } from 'svelte/server';
import { createI18n } from '#lib/i18n/i18n.ts';
import { loadMessages } from '#lib/i18n/load.ts';
import type { Area } from '#lib/i18n/message-keys.d.ts';
import WithI18n from './with-i18n.svelte';

// biome-ignore lint/suspicious/noExplicitAny: any component, whose properties are then its own.
type Any = Component<any>;

/** A component as the server writes it for an English reader in Vilnius; `areas` are what it speaks of. */
export async function rendered<Of extends Any>(
  component: Of,
  props: ComponentProps<Of>,
  ...areas: readonly Area[]
): Promise<{ html: string; text: string }> {
  const i18n = createI18n('en', await loadMessages('en', 'common', ...areas), 'Europe/Vilnius');
  const { body: html } = render(WithI18n, { props: { i18n, of: component, props } });
  const text = html.replaceAll(/<!--.*?-->/gs, '').replaceAll(/<[^>]*>/g, ' ');
  return { html, text: text.replaceAll('&nbsp;', ' ').replaceAll(/\s+/g, ' ').trim() };
}
