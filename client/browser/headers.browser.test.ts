import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, member, visitor } from './people.ts';
import { product } from './product.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a page may run nothing but what is its own', async () => {
  const { headers } = await fetch(`${product.address}/en/find?what=laser_cutter`);
  const policy = headers.get('content-security-policy') ?? '';
  const directives = Object.fromEntries(policy.split('; ').map((each) => each.split(/ (.*)/).slice(0, 2)));
  expect(directives).toMatchObject({
    'default-src': "'self'",
    // What the page says, not a nonce: a page that a proxy keeps is sent more than once.
    'script-src': expect.stringMatching(/^'self' 'sha256-[^ ]+' 'sha256-[^ ]+'$/),
    'style-src': "'self'",
    // Attributes can neither load nor run anything.
    'style-src-attr': "'unsafe-inline'",
    'frame-ancestors': "'none'",
    'object-src': "'none'",
  });
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  });
});

test('the map, the timeline and the choice of colours need nothing that is refused', async () => {
  const { page, open, refused } = await visitor(browser);
  await open('/en/centres');
  await page.getByRole('group', { name: 'Map of the centres' }).hover();
  await page.locator('.maplibregl-marker').first().waitFor();
  const place = await page.locator('.maplibregl-marker').first().boundingBox();
  expect(place?.width).toBeGreaterThan(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  await open('/en');
  await open('/en/find?what=laser_cutter&city=vilnius');
  expect(refused).toEqual([]);
});

test('what the server placed stands there without scripts too', async () => {
  const { page, open, ask, refused } = await visitor(browser, { javaScriptEnabled: false });
  // The day on which something is free next, whatever day this is.
  const { searchEquipment } = await ask<{
    searchEquipment: { nodes: { equipment: { nextFree: { startsAt: string } | null } }[] };
  }>('{ searchEquipment(filter: { city: "vilnius" }) { nodes { equipment { nextFree { startsAt } } } } }');
  const [day = ''] = searchEquipment.nodes.flatMap(({ equipment }) => equipment.nextFree?.startsAt.slice(0, 10) ?? []);
  await open(`/en/find?city=vilnius&date=${day}`);
  const widths = await page.locator('[style]').evaluateAll((parts) => parts.map((part) => part.clientWidth));
  expect(new Set(widths).size).toBeGreaterThan(1);
  expect(refused).toEqual([]);
});

test('a live page of a member is refused nothing', async () => {
  const { page, open, refused } = await member(browser, 'aiste');
  await open('/en/posts');
  await page.locator('main').waitFor();
  expect(refused).toEqual([]);
});
