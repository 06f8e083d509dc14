import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layCable } from './cable.ts';
import { launch, member, type Reader, visitor } from './people.ts';
import { product } from './product.ts';

let browser: Browser;
let aiste: Reader;
beforeAll(async () => {
  browser = await launch();
  aiste = await member(browser, 'aiste');
});
afterAll(() => browser.close());

/** The patience of a reader who is to be told something at once. */
const atOnce = { timeout: 1_000 };
const said = 'What you typed is still here and will be sent when the connection is back.';

test('a post sent without a network stays, says so at once, and is published once the network is back', async () => {
  const { page, context, open, ask } = aiste;
  const title = 'Clay left over from the summer school';
  await open('/en/posts/new/offer');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel(/^Text/).fill('Ten kilograms, grey.');
  await page.getByLabel('City').selectOption({ label: 'Vilnius' });
  await context.setOffline(true);
  await page.getByText('No connection. The page and what you typed stay.').waitFor(atOnce);
  await page
    .locator('main')
    .getByRole('button', { name: /^Publish/ })
    .click();
  await page.getByText(said).waitFor(atOnce);
  expect(await page.getByLabel('Title').inputValue()).toBe(title);

  await context.setOffline(false);
  await page.waitForURL(/\/en\/posts\/[0-9a-f-]{36}/);
  const { posts } = await ask<{ posts: { totalCount: number } }>(
    `{ posts(filter: { text: "Clay left over from the summer school", mine: true }) { totalCount } }`,
  );
  expect(posts.totalCount).toBe(1);
});

test('a booking whose way is cut keeps page and purpose, and is made once it is mended', async () => {
  const { searchEquipment } = await aiste.ask<{
    searchEquipment: {
      nodes: { equipment: { id: string; viewerCan: { book: boolean }; nextFree: { startsAt: string } } }[];
    };
  }>(
    '{ searchEquipment(filter: { city: "vilnius", type: "cad_workstation" }, first: 20) { nodes { equipment { id viewerCan { book } nextFree { startsAt } } } } }',
  );
  const found = searchEquipment.nodes.find(({ equipment }) => equipment.viewerCan.book)?.equipment;
  const cable = await layCable(product.address);
  const reader = await member(browser, 'aiste', { at: cable.address });
  const { page } = reader;
  await reader.open(`/en/equipment/${found?.id}`);
  await page.getByRole('link', { name: /^Next free/ }).click();
  await page.locator('.verdict[aria-busy="false"]').waitFor();
  await page.getByLabel(/^What for/).fill('Testing a jig');
  const book = page.getByRole('button', { name: /^Book / });
  await book.waitFor();
  cable.cut();
  await book.click();
  await page.getByText(said).waitFor(atOnce);
  expect(await page.getByLabel(/^What for/).inputValue()).toBe('Testing a jig');
  cable.mend();
  await page.waitForURL(/\/en\/bookings\//);
  await page.getByText('Testing a jig').waitFor();
  await reader.context.close();
  await cable.close();
});

test('without a network the sign of a live list goes at once, and no link leads to an error', async () => {
  const { page, context, open } = await visitor(browser);
  await open('/en/posts');
  await page.getByText('updated live').first().waitFor();
  await context.setOffline(true);
  await page
    .getByText('updated live')
    .first()
    .waitFor({ state: 'detached', ...atOnce });
  await page.getByRole('link', { name: 'Centres' }).first().click();
  expect(new URL(page.url()).pathname).toBe('/en/posts');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Posts');
  await context.setOffline(false);
  await page.getByText('updated live').first().waitFor();
  await context.close();
});
