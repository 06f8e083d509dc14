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

test('words are understood in the field of the search, which says as what and keeps them', async () => {
  const { page } = reader;
  await reader.open('/en/find?make=lasr%E2%80%AE&city=everywhere&when=week');
  const main = page.getByRole('main');
  await main.getByText('“lasr” is understood as: Laser cutter / engraver').waitFor();
  await main.getByRole('heading', { level: 1, name: 'Laser cutter / engraver, this week' }).waitFor();
  await hydrated(page);
  await main.getByRole('button', { name: 'Change' }).click();
  const field = main.getByRole('combobox', { name: 'What will you make?' });
  await field.fill('kiln');
  await main.getByText('“kiln” is understood as:').waitFor();
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await main.getByLabel('Where').inputValue()).toBe('everywhere');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/find\?(make=\w+&)?what=[a-z_]+&city=everywhere&when=week/);
});

test('words that nothing is called by are kept, with the likest and all types beside them', async () => {
  const { page } = reader;
  const main = page.getByRole('main');
  await reader.open('/en/find?make=zzzzqqq&city=vilnius');
  await main.getByText('Nothing here is called “zzzzqqq”').waitFor();
  expect(await main.getByLabel('What will you make?').inputValue()).toBe('zzzzqqq');
  await main.locator('summary', { hasText: 'All types' }).click();
  await main
    .getByRole('navigation', { name: 'All types' })
    .getByRole('link', { name: 'Laser cutter / engraver' })
    .click();
  await main.getByRole('heading', { level: 1, name: 'Laser cutter / engraver in Vilnius, today' }).waitFor();
  await reader.open(`/en/find?make=${'%F0%9F%AA%B5'.repeat(800)}&what=ladder&city=vilnius`);
  await main.getByText('Only the first 100 characters were searched for.').waitFor();
});

test('a search looks into the city of the reader, and a page that is not there has the field', async () => {
  const { page } = reader;
  const main = page.getByRole('main');
  await reader.open('/en/find');
  await main.getByRole('heading', { level: 1, name: 'Free equipment and spaces in Vilnius, today' }).waitFor();
  await main.getByLabel('Where').selectOption({ label: 'Everywhere' });
  await page.waitForURL(/city=everywhere/);
  await main.getByRole('heading', { level: 1, name: 'Free equipment and spaces, today' }).waitFor();
  await reader.open('/en/find?city=atlantis');
  await main.getByText('There is no such city in the network').waitFor();
  await reader.open('/en/no/such/page');
  await main.getByLabel('What will you make?').fill('engrave');
  await main.getByRole('button', { name: 'Find', exact: true }).click();
  await main.getByText('“engrave” is understood as: Laser cutter / engraver').waitFor();
});
