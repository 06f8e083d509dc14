import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { product } from './product.ts';
import { hydrated } from './weight.ts';

/** Somebody at a screen of their own. */
export interface Reader {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser refused to load or run because of the page's policy. */
  readonly refused: string[];
  /** Opens a page of the product and waits until it answers to hand and keyboard. */
  open(path: string): Promise<void>;
  /** Asks the API with this reader's rights, as another device of theirs would. */
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
}

export const password = 'talka-demo';

// `faketime` halts the browser itself, whose pages get the shifted clock from their context instead.
const isShift = (name: string) => name === 'LD_PRELOAD' || name.startsWith('FAKETIME');
const isShifted = Object.keys(process.env).some(isShift);
const withoutShift = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) => (value === undefined || isShift(name) ? [] : [[name, value]])),
);

/** Starts the browser that the test command found. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    env: withoutShift,
    executablePath: process.env.CHROME_PATH || '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** A visitor with a browser profile of their own. */
export async function visitor(
  browser: Browser,
  options: BrowserContextOptions & { at?: string } = {},
): Promise<Reader> {
  const { at = product.address, ...given } = options;
  const context = await browser.newContext({ timezoneId: 'Europe/Vilnius', locale: 'en-GB', baseURL: at, ...given });
  if (isShifted) await context.clock.install({ time: Date.now() });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(`${page.url()}: ${message.text()}`);
  });
  return {
    context,
    page,
    refused,
    async open(path) {
      await page.goto(path, { waitUntil: 'networkidle' });
      if (given.javaScriptEnabled !== false) await hydrated(page);
    },
    async ask<Data>(query: string, variables: Record<string, unknown> = {}) {
      const response = await context.request.post('/graphql', { data: { query, variables } });
      const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
      expect(errors).toBeUndefined();
      return data;
    },
  };
}

/** A person of the demonstration network who signs in at the sign-in page. */
export async function member(
  browser: Browser,
  name: string,
  options: Parameters<typeof visitor>[1] = {},
): Promise<Reader> {
  const reader = await visitor(browser, options);
  const { page } = reader;
  await reader.open('/en/sign-in');
  await page.getByLabel('E-mail').fill(`${name}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.locator('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  return reader;
}
