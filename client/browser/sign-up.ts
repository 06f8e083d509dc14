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

/** The newest e-mail to an address, once there are more than `before`. */
export async function newEmailTo(email: string, before = 0): Promise<string> {
  await vi.waitUntil(async () => (await emailsTo(email)).length > before, { timeout: 20_000 });
  return readFile(join(folder, (await emailsTo(email)).at(-1) ?? ''), 'utf8');
}

/** The code that an e-mail brings. */
export const codeIn = (letter: string): string => /^\s*(\d{6})$/m.exec(letter)?.[1] ?? '';

/** Fills in the form of a new account, with a password. */
export async function fillInSignUp({ page }: Reader, person: Newcomer): Promise<void> {
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('E-mail', { exact: true }).fill(person.email);
  await page.getByText('I want a password too').click();
  await page.getByLabel(/^Password/).fill(person.password);
  await page.getByRole('button', { name: 'Get a code', exact: true }).click();
}

/** Signs up on the page, with the code from the e-mail. */
export async function signUp(reader: Reader, person: Newcomer): Promise<void> {
  const { page } = reader;
  await reader.open('/en/sign-up?next=/en/about');
  await fillInSignUp(reader, person);
  await page.getByText(`with a code to ${person.email}`).waitFor();
  // Six digits are sent off by themselves.
  await page.getByLabel('Code of six digits').fill(codeIn(await newEmailTo(person.email)));
  await page.waitForURL(/\/en\/about$/, { timeout: 30_000 });
}
