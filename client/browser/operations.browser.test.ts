import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, member } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('an operator finds the inner works in their menu', async () => {
  const tomas = await member(browser, 'tomas');
  await tomas.open('/en');
  await tomas.page.getByRole('banner').locator('summary').last().click();
  await tomas.page.getByRole('banner').locator('details').getByRole('link', { name: 'Operations' }).click();
  await tomas.page.getByRole('heading', { name: 'Failed jobs' }).waitFor();
  expect(await tomas.page.getByText('Nothing has failed').count()).toBe(1);
  expect(await tomas.page.getByText('Talka 0.').count()).toBe(1);
});

test('nobody else finds or opens them', async () => {
  const aiste = await member(browser, 'aiste');
  await aiste.open('/en');
  await aiste.page.getByRole('banner').locator('summary').last().click();
  expect(await aiste.page.getByRole('link', { name: 'Profile' }).isVisible()).toBe(true);
  expect(await aiste.page.getByRole('link', { name: 'Operations' }).count()).toBe(0);
  const response = await aiste.page.goto(new URL('/en/operations', aiste.page.url()).href);
  expect(response?.status()).toBe(403);
});
