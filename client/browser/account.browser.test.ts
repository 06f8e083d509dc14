import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneTimeCode } from '../../server/test/one-time-code.ts';
import { launch, type Reader, visitor } from './people.ts';
import { codeIn, emailsTo, fillIn, newEmailTo, signUp } from './sign-up.ts';

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

test('without scripts a sign-up waits on its page, and its link leads on from another device', async () => {
  const rimas = { name: 'Rimas Rimaitis', email: 'rimas@example.org' };
  const desk = await visitor(browser, { javaScriptEnabled: false });
  await desk.open('/en/sign-up?next=/en/find%3Fcity=vilnius');
  await desk.page.getByLabel('Your name').fill(rimas.name);
  await desk.page.getByLabel('E-mail', { exact: true }).fill(`x${rimas.email}`);
  await desk.page.getByRole('button', { name: 'Get a code', exact: true }).click();
  await desk.page.getByText(`with a code to x${rimas.email}`).waitFor();
  await desk.page.getByText('Not the right address?').click();
  await desk.page.getByLabel('E-mail', { exact: true }).fill(rimas.email);
  await desk.page.getByRole('button', { name: 'Send it to this address' }).click();
  await desk.page.getByText(`A new code is on its way to ${rimas.email}`).waitFor();
  await desk.page.getByLabel('Code of six digits').fill('12345');
  await desk.page.getByRole('button', { name: 'Go on', exact: true }).click();
  await desk.page.getByText('The code does not fit.').waitFor();

  const link = /https?:\/\/\S+/.exec(await newEmailTo(rimas.email))?.[0] ?? '';
  const phone = await visitor(browser);
  await phone.open(link);
  await phone.page.getByText(`(${rimas.name}, ${rimas.email})`).waitFor();
  // Whoever only looks at the address changes nothing.
  await phone.open(link);
  await phone.page.getByRole('button', { name: 'Create the account and sign in' }).click();
  await phone.page.waitForURL(/\/en\/find\?city=vilnius/);
  await phone.page.locator('header summary').filter({ hasText: 'Rimas' }).waitFor();

  await desk.page.getByRole('button', { name: 'Send the code again' }).click();
  await desk.page.getByText('No code is awaited here').first().waitFor();
});

test('somebody signs in with a code in place of a password', async () => {
  const { open, page } = await visitor(browser);
  const before = (await emailsTo('gabija@example.org')).length;
  await open('/en/sign-in?next=/en/bookings');
  await page.getByRole('button', { name: 'Send me a code by e-mail' }).click();
  await page.getByText('Enter a whole e-mail address').waitFor();
  await page.getByLabel('E-mail', { exact: true }).fill('gabija@example.org');
  await page.getByRole('button', { name: 'Send me a code by e-mail' }).click();
  await page.getByLabel('Code of six digits').fill(codeIn(await newEmailTo('gabija@example.org', before)));
  await page.waitForURL(/\/en\/bookings$/);
});
