import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, member, type Reader, visitor } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What a reader's page may run; a page that is kept names what it says, as a nonce may be used once. */
async function scriptsOf({ context }: Reader): Promise<string | undefined> {
  const response = await context.request.get('/en/centres');
  return /script-src ([^;]*)/.exec(response.headers()['content-security-policy'] ?? '')?.[1];
}
const ofKept = /^'self' 'sha256-[^ ]+'$/;
const ofOne = /^'self' 'nonce-[^ ]+'$/;

test('the list of centres, kept for visitors, works as a page made for one', async () => {
  const guest = await visitor(browser);
  const { page, open, refused, context } = guest;
  for (const _again of [1, 2, 3]) await open('/en/centres');
  expect(await scriptsOf(guest)).toMatch(ofKept);
  await page.getByLabel('City').selectOption('vilnius');
  await page.waitForURL(/city=vilnius/);
  await page.getByRole('link', { name: 'Technarium' }).waitFor();
  expect(refused).toEqual([]);
  await context.close();
});

test('a member gets a page of their own', async () => {
  const aiste = await member(browser, 'aiste');
  for (const _again of [1, 2, 3]) expect(await scriptsOf(aiste)).toMatch(ofOne);
  await aiste.open('/en/centres');
  const name = (await aiste.page.locator('header summary .name').textContent()) ?? '';
  expect(name).not.toBe('');
  const guest = await visitor(browser);
  expect(await scriptsOf(guest)).toMatch(ofKept);
  await guest.page.goto('/en/centres');
  expect(await guest.page.content()).not.toContain(name);
  await guest.context.close();
  await aiste.context.close();
});
