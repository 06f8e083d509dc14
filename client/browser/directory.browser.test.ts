import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visitor } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a search is followed where it stands once its reader rests; no arrow key loads anything', async () => {
  const { page, open, context } = await visitor(browser);
  await open('/en/centres');
  const address = page.url();
  const city = page.getByLabel('City');
  await city.focus();
  for (let arrows = 0; arrows < 3; arrows += 1) await page.keyboard.press('ArrowDown');
  expect(await city.inputValue()).not.toBe('');
  expect(page.url()).toBe(address);

  const words = page.getByLabel(/^Name, place or equipment/);
  await city.selectOption('vilnius');
  await words.pressSequentially('techn');
  await page.waitForURL(/q=techn&city=vilnius/);
  await page.getByRole('listitem').getByRole('link', { name: 'Technarium' }).waitFor();
  // What is typed on the way stays, and so does the place in it.
  expect(await words.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type('arium');
  await page.waitForURL(/q=technarium&/);
  expect(await words.inputValue()).toBe('technarium');
  // All of it is one step of the history.
  await page.goBack();
  expect(page.url()).not.toContain('q=techn');
  await context.close();
});

test('a row and its pin light each other', async () => {
  const { page, open, context } = await visitor(browser);
  await open('/en/find?what=laser_cutter&city=vilnius&when=week');
  const rows = page.locator('main ol > li');
  const pin = page.locator('.map a.map-place').first();
  const label = (await pin.getAttribute('aria-label')) ?? '';
  const centre = label.replace(/^[^.]*\. /, '');
  const litPin = page.locator('.map .lit');
  const litRow = page.locator('main ol > li.lit');

  await rows.filter({ hasText: centre }).first().hover();
  await litPin.waitFor();
  expect(await litPin.getAttribute('aria-label')).toBe(label);
  await page.mouse.move(0, 0);
  await page.waitForFunction(() => !document.querySelector('.lit'));

  await pin.focus();
  await litRow.waitFor();
  expect(await litRow.locator('h3 a').textContent()).toBe(centre);
  await context.close();
});

test('on a phone the search is one line over the results, and opens in its place', async () => {
  const { page, open, context } = await visitor(browser, { viewport: { width: 390, height: 844 } });
  await open('/en/find?what=laser_cutter&city=vilnius&when=week');
  const first = await page.locator('main ol > li').first().boundingBox();
  expect(first?.y).toBeLessThan(600);
  await page.locator('summary', { hasText: 'Laser cutter / engraver · Vilnius · this week' }).click();
  await page.getByLabel('Where').selectOption({ label: 'Kaunas' });
  await page.getByRole('button', { name: 'Find time' }).click();
  await page.waitForURL(/city=kaunas/);
  await page.locator('summary', { hasText: 'Kaunas · this week' }).waitFor();
  await context.close();
});
