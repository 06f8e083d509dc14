import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visitor } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('the search waits for the reader: neither typing nor the arrow keys of a choice load anything', async () => {
  const { page, open, context } = await visitor(browser);
  await open('/en/centres');
  const address = page.url();
  const city = page.getByLabel('City');
  await city.focus();
  for (let arrows = 0; arrows < 3; arrows += 1) await page.keyboard.press('ArrowDown');
  const words = page.getByLabel(/^Name, place or equipment/);
  await words.fill('tech');
  await words.blur();
  expect(page.url()).toBe(address);

  await city.selectOption('vilnius');
  await words.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=tech.*city=vilnius/);
  await page.getByRole('listitem').getByRole('link', { name: 'Technarium' }).waitFor();
  expect(await words.evaluate((element) => element === document.activeElement)).toBe(true);
  await context.close();
});
