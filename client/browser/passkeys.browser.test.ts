import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, member, type Reader, visitor } from './people.ts';
import { signUp } from './sign-up.ts';

let browser: Browser;
let reader: Reader;
beforeAll(async () => {
  browser = await launch();
  reader = await visitor(browser);
  await signUp(reader, { name: 'Vaiva Vaivadė', email: 'vaiva.vaivade@example.org', password: 'medis kūnas upė' });
  // A device that keeps keys and is unlocked by its owner each time.
  const device = await reader.context.newCDPSession(reader.page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
});
afterAll(() => browser.close());

const heading = (name: string) => reader.page.getByRole('heading', { level: 1, name }).waitFor();
const signOut = async () => {
  await reader.page.locator('header summary').filter({ hasText: 'Vaiva' }).click();
  await reader.page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await reader.page.getByRole('link', { name: 'Sign in' }).first().waitFor();
};

test('a person adds a passkey, names it, and signs in with it and nothing else', async () => {
  const { page } = reader;
  await reader.open('/en/security');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('Rename or remove').click();
  await page.getByLabel('Name', { exact: true }).fill('Dirbtuvės kompiuteris');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await page.getByText('Dirbtuvės kompiuteris', { exact: true }).waitFor();

  await signOut();
  // The device answers at once, so the key is picked in the address field or by the button, whichever is first.
  await reader.open('/en/sign-in?next=/en/security');
  if (page.url().includes('sign-in')) {
    await page
      .getByRole('button', { name: 'Sign in with a passkey' })
      .click()
      .catch(() => {});
  }
  await heading('Sign-in and security');
  expect(await page.getByText('Dirbtuvės kompiuteris', { exact: true }).count()).toBe(1);
});

test('a passkey that was removed signs nobody in', async () => {
  const { page } = reader;
  await reader.open('/en/security');
  await page.getByText('Rename or remove').click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('The passkey is removed.').waitFor();
  await signOut();
  await reader.open('/en/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('Signing in with the passkey failed.').waitFor();
});

test('an account of the demonstration says that it stays as it is', async () => {
  const { open, page } = await member(browser, 'aiste');
  await open('/en/security');
  await page.getByText('This is an account of the demonstration').waitFor();
  await open('/en/security/second-factor');
  await page.getByLabel('Password', { exact: true }).fill('talka-demo');
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByText('This is an account of the demonstration').waitFor();
});
