import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { oneTimeCode } from '../../server/test/one-time-code.ts';
import { launch, type Reader, visitor } from './people.ts';

let browser: Browser;
let reader: Reader;
beforeAll(async () => {
  browser = await launch();
  reader = await visitor(browser);
  reader.page.setDefaultTimeout(10_000);
});
afterAll(() => browser.close());

const email = 'jurgita@example.org';
const password = 'medis kūnas upė';
const button = (name: string) => reader.page.locator('main').getByRole('button', { name, exact: true });
const field = (name: string) => reader.page.getByLabel(name, { exact: true });

const folder = join(inject('dataDirectory'), 'mail');
const letters = async () => (await readdir(folder).catch(() => [])).filter((name) => name.includes(email)).sort();

/** The link of the last letter to the address. */
async function letterLink(): Promise<string> {
  await expect.poll(letters, { timeout: 20_000 }).not.toEqual([]);
  const text = await readFile(join(folder, (await letters()).at(-1) ?? ''), 'utf8');
  return /https?:\/\/\S+/.exec(text)?.[0] ?? '';
}
async function signIn() {
  await field('E-mail').fill(email);
  await field('Password').fill(password);
  await button('Sign in').click();
}

test('an account from its first to its last day', async () => {
  const { page } = reader;
  await reader.open('/en/sign-up');
  await page.getByLabel('Your name').fill('Jurgita Jurgaitė');
  await field('E-mail').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await button('Create an account').click();
  await page.waitForURL(/verify-email/);

  // The letter asks whoever follows it to be the one who chose the password.
  await reader.open(await letterLink());
  await page.getByText('Sign in with the password you chose when signing up').waitFor();
  await signIn();
  await page.getByRole('heading', { level: 1, name: 'Your e-mail is confirmed' }).waitFor();

  await reader.open('/en/security/second-factor');
  await field('Password').fill(password);
  await button('Next').click();
  const secret = (await page.locator('code').textContent()) ?? '';
  // A code counts once; the next one is accepted half a minute early.
  const code = (later = 0) => oneTimeCode(`otpauth://totp/x?secret=${secret}`, Date.now() + later);
  await field('The code that the app shows').fill(code());
  await button('Turn on').click();
  await page.getByText('The second step is on.').waitFor();

  await button('Sign out everywhere').click();
  await page.waitForURL(/sign-in/);
  await signIn();
  await page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor();
  await field('Code from the app').fill(code(30_000));
  await button('Sign in').click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));

  const archive = await reader.context.request.get('/en/my-data/export');
  expect(archive.headers()['content-type']).toBe('application/zip');
  const files = unzipSync(new Uint8Array(await archive.body()));
  const textOf = (name: string) => new TextDecoder().decode(files[name]);
  expect(textOf('index.html')).toContain('Jurgita Jurgaitė');
  expect(JSON.parse(textOf('person.json'))).toMatchObject([{ email }]);

  await reader.open('/en/my-data');
  await page.getByText('I want to erase my account').click();
  await field('Password').fill(password);
  await field('I understand that the account cannot be brought back').check();
  await button('Erase the account for good').click();
  await page.getByText('Your account is erased.').waitFor();
  expect(await letters()).toEqual([]);
  await reader.open('/en/sign-in');
  await signIn();
  await page.getByRole('alert').waitFor();
});
