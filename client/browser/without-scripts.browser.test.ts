import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, password, type Reader, visitor } from './people.ts';

let browser: Browser;
let reader: Reader;
beforeAll(async () => {
  browser = await launch();
  reader = await visitor(browser, { javaScriptEnabled: false });
});
afterAll(() => browser.close());

test('a visitor finds a centre and its machines', async () => {
  const { page } = reader;
  await reader.open('/en/centres');
  await page.getByLabel(/^Name, place or equipment/).fill('technarum');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('listitem').getByRole('link', { name: 'Technarium' }).click();
  await page.getByRole('heading', { level: 1, name: 'Technarium' }).waitFor();
  expect(await page.getByRole('link', { name: 'Metal lathe' }).count()).toBe(1);
});

test('a visitor asks the front page for a laser cutter and gets the free ones', async () => {
  const { page } = reader;
  // The day on which one is free next, whatever day this is.
  const { searchEquipment } = await reader.ask<{
    searchEquipment: { nodes: { equipment: { nextFree: { startsAt: string } | null } }[] };
  }>(
    '{ searchEquipment(filter: { type: "laser_cutter", city: "vilnius" }) { nodes { equipment { nextFree { startsAt } } } } }',
  );
  const [day = ''] = searchEquipment.nodes.flatMap(({ equipment }) => equipment.nextFree?.startsAt.slice(0, 10) ?? []);
  await reader.open('/en');
  await page.getByText('Another city').click();
  await page.getByRole('link', { name: 'Vilnius', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^Vilnius\. \d+ workshops/ }).waitFor();
  await page.getByLabel('What will you make?').fill('engrave');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByRole('main').getByText('“engrave” is understood as: Laser cutter / engraver').waitFor();
  await reader.open(`/en/find?what=laser_cutter&city=vilnius&date=${day}`);
  // All are of one type, so that the centres tell them apart; each says when one can begin.
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Laser cutter / engraver in Vilnius');
  const rows = page.locator('main ol > li');
  expect(await rows.count()).toBeGreaterThan(0);
  expect(await rows.filter({ has: page.locator('h3 a') }).count()).toBe(await rows.count());
  await rows.first().locator('.slots a').first().click();
  await page.waitForURL(/\/equipment\/.*from=/);
});

test('a member signs in and sees their bookings', async () => {
  const { page } = reader;
  await reader.open('/en/bookings');
  await page.getByLabel('E-mail').fill('aiste@example.org');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.locator('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/en\/bookings/);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
});

test('a member publishes and is told so once, at an address that can be passed on', async () => {
  const { page } = reader;
  await reader.open('/en/posts/new/discussion');
  await page.getByLabel('Title').fill('Who keeps bees at the workshop?');
  await page.getByLabel(/^Text/).fill('We would like to try it.');
  await page.getByLabel('City').selectOption({ label: 'Vilnius' });
  await page
    .getByRole('button', { name: /^Publish/ })
    .last()
    .click();
  await page.waitForURL(/\/en\/posts\/[0-9a-f-]{36}$/);
  expect(await page.getByText(/^Published/).count()).toBe(1);
  await page.reload();
  expect(await page.getByText(/^Published/).count()).toBe(0);
});

test('the front door speaks the language of the reader', async () => {
  const english = await visitor(browser, { locale: 'en-GB' });
  await english.open('/');
  expect(new URL(english.page.url()).pathname).toBe('/en');
  const polish = await visitor(browser, { locale: 'pl-PL' });
  await polish.open('/');
  expect(new URL(polish.page.url()).pathname).toBe('/lt');
});
