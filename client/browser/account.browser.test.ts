import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneTimeCode } from '../../server/test/one-time-code.ts';
import { launch, type Reader, visitor } from './people.ts';
import { emailsTo, fillIn, signUp } from './sign-up.ts';

let browser: Browser;
let reader: Reader;
beforeAll(async () => {
  browser = await launch();
  reader = await visitor(browser);
  reader.page.setDefaultTimeout(10_000);
});
afterAll(() => browser.close());

const jurgita = { name: 'Jurgita Jurgaitė', email: 'jurgita@example.org', password: 'medis kūnas upė' };
const button = (name: string) => reader.page.locator('main').getByRole('button', { name, exact: true });
const field = (name: string) => reader.page.getByLabel(name, { exact: true });

test('an account from its first to its last day', async () => {
  const { page } = reader;
  await signUp(reader, jurgita);

  await reader.open('/en/security/second-factor');
  await field('Password').fill(jurgita.password);
  await button('Next').click();
  const secret = (await page.locator('code').textContent()) ?? '';
  // A code counts once; the next one is accepted half a minute early.
  const code = (later = 0) => oneTimeCode(`otpauth://totp/x?secret=${secret}`, Date.now() + later);
  await field('The code that the app shows').fill(code());
  await button('Turn on').click();
  await page.getByText('The second step is on.').waitFor();

  await button('Sign out everywhere').click();
  await page.waitForURL(/sign-in/);
  await fillIn(reader, jurgita);
  await page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor();
  await field('Code from the app').fill(code(30_000));
  await button('Sign in').click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));

  const archive = await reader.context.request.get('/en/my-data/export');
  expect(archive.headers()['content-type']).toBe('application/zip');
  const files = unzipSync(new Uint8Array(await archive.body()));
  const textOf = (name: string) => new TextDecoder().decode(files[name]);
  expect(textOf('index.html')).toContain(jurgita.name);
  expect(JSON.parse(textOf('person.json'))).toMatchObject([{ email: jurgita.email }]);

  await reader.open('/en/my-data');
  await page.getByText('I want to erase my account').click();
  await field('Password').fill(jurgita.password);
  await field('I understand that the account cannot be brought back').check();
  await button('Erase the account for good').click();
  await page.getByText('Your account is erased.').waitFor();
  expect(await emailsTo(jurgita.email)).toEqual([]);
  await reader.open('/en/sign-in');
  await fillIn(reader, jurgita);
  await page.getByRole('alert').waitFor();
});
