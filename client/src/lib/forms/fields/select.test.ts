import { expect, test } from 'vitest';
import { rendered } from '#lib/testing/rendered.ts';
import Select from './select.svelte';

const options = [
  { value: 'vilnius', label: 'Vilnius', group: 'Lithuania' },
  { value: 'kaunas', label: 'Kaunas', group: 'Lithuania' },
  { value: 'porto', label: 'Porto', group: 'Portugal' },
];

test('the choice is marked without scripts, and options of a group stand under its name', async () => {
  const { html } = await rendered(Select, { name: 'city', label: 'City', options, empty: 'any', value: 'porto' });
  expect([...html.matchAll(/<option value="(\w*)"[^>]*selected/g)].map(([, value]) => value)).toEqual(['porto']);
  expect([...html.matchAll(/<optgroup label="(\w+)"/g)].map(([, label]) => label)).toEqual(['Lithuania', 'Portugal']);
});

test('an error is tied to the control', async () => {
  const { html } = await rendered(Select, { name: 'city', label: 'City', options, error: 'Choose one' });
  const [, described] = /aria-describedby="([^"]+)"/.exec(html) ?? [];
  expect(html).toContain(`id="${described}"`);
  expect(html).toMatch(/aria-invalid="true"/);
});
