import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visitor } from './people.ts';
import { hydrated } from './weight.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('what a visitor did before the scripts came stays as it is', async () => {
  const { page, context } = await visitor(browser);
  const held = Promise.withResolvers<void>();
  await page.route('**/_app/**/*.js', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto('/en/posts', { waitUntil: 'commit' });
  await page.getByLabel(/^Words/).fill('plywood');
  await page.getByLabel('City').selectOption({ label: 'Vilnius' });
  await page.locator('summary', { hasText: 'Publish' }).click();
  held.resolve();
  await hydrated(page);
  expect(await page.getByLabel(/^Words/).inputValue()).toBe('plywood');
  expect(await page.getByLabel('City').inputValue()).toBe('vilnius');
  const offer = page.getByRole('link', { name: /^Offer/ }).last();
  expect(await offer.isVisible()).toBe(true);
  await context.close();
});

test('a page that nobody touches comes alive by itself', async () => {
  const { page, context } = await visitor(browser);
  await page.goto('/en/posts');
  await page.getByText('updated live').first().waitFor();
  await context.close();
});

test('a page that came with a picked time comes alive too', async () => {
  const { page, context, ask, open } = await visitor(browser);
  const { searchEquipment } = await ask<{ searchEquipment: { nodes: { equipment: { id: string } }[] } }>(
    '{ searchEquipment(filter: { type: "laser_cutter" }, first: 1) { nodes { equipment { id } } } }',
  );
  await open(`/en/equipment/${searchEquipment.nodes[0]?.equipment.id}`);
  await page.getByRole('button', { name: 'Check this time' }).click();
  await page.waitForURL(/[?&]from=/);
  await page.reload();
  await page.getByText('updated live').first().waitFor();
  await page.getByRole('button', { name: 'Hold the time and get a code' }).waitFor();
  await context.close();
});
