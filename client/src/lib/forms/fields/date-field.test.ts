import { expect, test } from 'vitest';
import { rendered } from '#lib/testing/rendered.ts';
import DateField from './date-field.svelte';

test('a day is said in words too, and the field refers to them', async () => {
  const { html, text } = await rendered(DateField, { name: 'date', label: 'Day', value: '2026-12-11' });
  expect(text).toMatch(/Friday,? 11 December 2026/);
  const [, note] = /id="([^"]+-note)"/.exec(html) ?? [];
  expect(html).toContain(`aria-describedby="${note}"`);
});

test('what is no day is not said', async () => {
  const { html } = await rendered(DateField, { name: 'date', label: 'Day', value: '' });
  expect(html).not.toContain('-note');
});
