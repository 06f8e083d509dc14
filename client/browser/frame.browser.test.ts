import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, member, visitor } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const ways = (page: Page) => page.getByRole('navigation', { name: 'Parts of Talka' });
const foot = (page: Page) => ways(page).evaluate((nav) => innerHeight - nav.getBoundingClientRect().bottom);

test('a phone has one bar at its foot: the ways, until a time is picked', async () => {
  const { page, context, open, ask } = await visitor(browser, { viewport: { width: 390, height: 844 } });
  const { searchEquipment } = await ask<{ searchEquipment: { nodes: { equipment: { id: string } }[] } }>(
    '{ searchEquipment(filter: { type: "laser_cutter" }, first: 1) { nodes { equipment { id } } } }',
  );
  await open(`/en/equipment/${searchEquipment.nodes[0]?.equipment.id}`);
  expect(await foot(page)).toBe(0);
  expect(await ways(page).locator('[aria-current]').textContent()).toContain('Find');
  await page.getByRole('button', { name: 'Check this time' }).click();
  await page.locator('[data-foot]').waitFor({ state: 'attached' });
  expect(await ways(page).count()).toBe(0);
  await context.close();
});

test('enlarged four times the bar stays at the end of the page, and nothing scrolls sideways', async () => {
  const { page, context, open } = await visitor(browser, { viewport: { width: 320, height: 256 } });
  await open('/en/posts');
  expect(await foot(page)).toBeLessThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await context.close();
});

test('what was booked last is told on one line under the band, and not by whom', async () => {
  const aiste = await member(browser, 'aiste');
  const { searchEquipment } = await aiste.ask<{
    searchEquipment: { nodes: { equipment: { id: string; viewerCan: { book: boolean } } }[] };
  }>(
    '{ searchEquipment(filter: { city: "vilnius", type: "cad_workstation" }, first: 20) { nodes { equipment { id viewerCan { book } } } } }',
  );
  const found = searchEquipment.nodes.find(({ equipment }) => equipment.viewerCan.book)?.equipment;
  await aiste.open(`/en/equipment/${found?.id}`);
  await aiste.page.getByRole('link', { name: /^Next free/ }).click();
  await aiste.page.getByRole('button', { name: /^Book / }).click();
  await aiste.page.waitForURL(/\/en\/bookings\//);
  await aiste.open('/en/centres');
  const told = aiste.page.locator(`header a[href="/en/equipment/${found?.id}"]`).filter({ hasText: /^\s*Booked / });
  await told.waitFor();
  expect(await told.textContent()).not.toContain('Aistė');
  expect((await told.boundingBox())?.height).toBeLessThan(30);
  await aiste.context.close();
});

test('what may be fetched ahead is said in the page until its scripts see to that', async () => {
  const { page, context, open, refused } = await visitor(browser);
  const text = await (await context.request.get('/en/centres')).text();
  expect(text).toContain('<script type="speculationrules">');
  await open('/en/centres');
  expect(await page.locator('script[type=speculationrules]').count()).toBe(0);
  expect(refused).toEqual([]);
  await context.close();
});
