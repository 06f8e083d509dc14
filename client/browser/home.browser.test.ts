import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Reader, visitor } from './people.ts';
import { hydrated } from './weight.ts';

let browser: Browser;
let reader: Reader;
beforeAll(async () => {
  browser = await launch();
  reader = await visitor(browser, { locale: 'en-GB' });
});
afterAll(() => browser.close());

test('the field suggests while one types and is used with the keyboard alone', async () => {
  const { page } = reader;
  await reader.open('/en?city=vilnius');
  await hydrated(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) asked.push(request.postData() ?? '');
  });
  const field = page.getByRole('combobox', { name: 'What will you make?' });
  await field.focus();
  expect(asked).toEqual([]);

  await page.keyboard.type('laser');
  const options = page.getByRole('option');
  await options.first().waitFor();
  expect(await field.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('Escape');
  expect(await options.count()).toBe(0);

  await page.keyboard.press('Backspace');
  await options.first().waitFor();
  await page.keyboard.press('ArrowDown');
  const chosen = page.getByRole('option', { selected: true });
  expect(await chosen.textContent()).toMatch(/Laser cutter/);
  expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/find\?what=laser_cutter&city=vilnius$/);
});

test('the city that one chooses is there the next time, and a city that is not there is said to be', async () => {
  const { page } = reader;
  await reader.open('/en?city=lisboa');
  await page.getByRole('heading', { level: 1, name: /^Lisbon\./ }).waitFor();
  await reader.open('/en');
  await page.getByRole('heading', { level: 1, name: /^Lisbon\./ }).waitFor();
  await reader.open('/en?city=atlantis');
  await page.getByText('There is no city “atlantis” in the network.').waitFor();
  await page.getByRole('heading', { level: 1, name: /^Lisbon\./ }).waitFor();
});

test('a word that nothing is called by leads back to the field, which keeps it', async () => {
  const { page } = reader;
  await reader.open('/en/find?make=zzzzqqq&city=vilnius');
  await page.getByText('Nothing here is called “zzzzqqq”.').waitFor();
  expect(await page.getByLabel('What will you make?').inputValue()).toBe('zzzzqqq');
});
