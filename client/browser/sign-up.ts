import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { Reader } from './people.ts';
import { product } from './product.ts';

/** Somebody who has an account of their own, which nobody else tries. */
export interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

const folder = join(product.dataDirectory, 'mail');

/** The e-mails to an address that lie about, oldest first. */
export const emailsTo = async (email: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => name.includes(email)).sort();

/** Enters address and password on the page that asks for them. */
export async function fillIn({ page }: Reader, { email, password }: Newcomer): Promise<void> {
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.locator('main').getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Signs up on the page and confirms the address from the e-mail, which takes the password once more. */
export async function signUp(reader: Reader, person: Newcomer): Promise<void> {
  const { page } = reader;
  await reader.open('/en/sign-up');
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('E-mail', { exact: true }).fill(person.email);
  await page.getByLabel(/^Password/).fill(person.password);
  await page.locator('main').getByRole('button', { name: 'Create an account', exact: true }).click();
  await page.waitForURL(/verify-email/);

  await vi.waitUntil(async () => (await emailsTo(person.email)).length > 0, { timeout: 20_000 });
  const text = await readFile(join(folder, (await emailsTo(person.email)).at(-1) ?? ''), 'utf8');
  await reader.open(/https?:\/\/\S+/.exec(text)?.[0] ?? '');
  await page.getByText('Sign in with the password you chose when signing up').waitFor();
  await fillIn(reader, person);
  await page.getByRole('heading', { level: 1, name: 'Your e-mail is confirmed' }).waitFor();
}
