import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallCity } from '#lib/testing/small-city.ts';
import { launch, visitor } from './people.ts';
import { product } from './product.ts';

const folder = join(product.dataDirectory, 'maps');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'vilnius.pmtiles'), smallCity([25.0, 54.5, 25.6, 54.9]));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

test('the map of a city is drawn with its streets and pins before any script', async () => {
  const { page, open } = await visitor(browser, { javaScriptEnabled: false });
  await open('/en/centres?city=vilnius');
  const map = page.getByRole('group', { name: 'Map of the centres' });
  expect(await map.locator('path').count()).toBe(4);
  await map.getByText('© OpenStreetMap').waitFor();
  const pins = map.getByRole('link').filter({ hasNotText: 'OpenStreetMap' });
  const name = (await pins.first().getAttribute('aria-label')) ?? '';
  await pins.first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
});

test('it comes alive in its place when it is used, on tiles of its own, pins and focus as they were', async () => {
  const { page, open, refused } = await visitor(browser);
  const tiles: number[] = [];
  page.on('response', (answer) => {
    if (new URL(answer.url()).pathname.startsWith('/maps/')) tiles.push(answer.status());
  });
  await open('/en/centres?city=vilnius');
  const map = page.getByRole('group', { name: 'Map of the centres' });
  expect(await map.locator('canvas').count()).toBe(0);
  const pin = map.getByRole('link').first();
  const name = (await pin.getAttribute('aria-label')) ?? '';
  await pin.focus();
  await map.getByRole('button', { name: 'Zoom in', exact: true }).waitFor();
  await map.locator('.ground').waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(name);
  expect(tiles.length).toBeGreaterThan(0);
  expect(new Set(tiles)).toEqual(new Set([200]));
  expect(refused).toEqual([]);
});

test('where the network is wider than any map, coasts and borders stand in, and places near each other as one', async () => {
  const { page, open } = await visitor(browser);
  await open('/en/centres');
  const map = page.getByRole('group', { name: 'Map of the centres' });
  await map.getByText('Natural Earth').waitFor();
  await map
    .getByRole('button', { name: /^\d+ centres here, zoom in$/ })
    .first()
    .click();
  await map.locator('.maplibregl-marker').first().waitFor();
  await page.getByRole('region', { name: 'Map of the centres' }).waitFor();
});
