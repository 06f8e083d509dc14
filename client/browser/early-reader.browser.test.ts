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

test('a drag that was over before the scripts came picks what was dragged', async () => {
  const { page, context, ask } = await visitor(browser, { viewport: { width: 1280, height: 900 } });
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const { searchEquipment } = await ask<{
    searchEquipment: { nodes: { equipment: { id: string; week: { date: string; freeMinutes: number }[] } }[] };
  }>(
    `query ($from: LocalDate!) {
      searchEquipment(filter: { type: "laser_cutter" }, first: 5) {
        nodes { equipment { id week(from: $from) { date freeMinutes } } }
      }
    }`,
    { from: tomorrow },
  );
  const [freest] = searchEquipment.nodes
    .flatMap(({ equipment: { id, week } }) => week.map((day) => ({ id, ...day })))
    .sort((one, other) => other.freeMinutes - one.freeMinutes);
  if (!freest?.freeMinutes) throw new Error('nothing is free all week');
  const held = Promise.withResolvers<void>();
  await page.route('**/_app/**/*.js', async (route) => {
    await held.promise;
    await route.continue();
  });
  const early = page.waitForResponse(/early-drag/);
  await page.goto(`/en/equipment/${freest.id}?date=${freest.date}`, { waitUntil: 'commit' });
  await (await early).finished();
  const free = await page.locator('.free').first().boundingBox();
  if (!free) throw new Error('nothing is free');
  const [from, to, y] = [free.x + 5, free.x + Math.min(free.width - 5, 120), free.y + 20];
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move(to, y, { steps: 4 });
  await page.mouse.up();
  held.resolve();
  await page.waitForURL(/[?&]from=/);
  const pick = await page.locator('.pick').boundingBox();
  expect(pick?.x).toBeLessThanOrEqual(from);
  expect((pick?.x ?? 0) + (pick?.width ?? 0)).toBeGreaterThanOrEqual(to);
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
