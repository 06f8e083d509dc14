import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page, Request } from 'playwright-core';

/** The most that any page may fetch, in kilobytes of JavaScript, compressed as a proxy would; the map comes when it is used. */
export const mostKilobytes = 90;

/** Opens a page in a browser that has nothing in its cache and weighs the scripts that it really fetches, in kilobytes. */
export async function weigh(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const fetched = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    fetched.set(
      response.url(),
      response.body().then((body) => gzipSync(body).length),
    );
  });
  const network = restOf(page);
  await page.goto(address);
  await hydrated(page);
  await network();
  const sizes = await Promise.all(fetched.values());
  await page.close();
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 102.4) / 10;
}

/** Waits until the page answers to hand and keyboard; a page of text without scripts does at once. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.documentElement.dataset.hydrated !== undefined || !document.querySelector('link[rel=modulepreload]'),
  );
}

/** Resolves when nothing has been under way for half a second. */
function restOf(page: Page): () => Promise<void> {
  const pending = new Set<Request>();
  let changed = () => {};
  const end = (request: Request) => {
    pending.delete(request);
    changed();
  };
  page.on('request', (request) => {
    pending.add(request);
    changed();
  });
  page.on('requestfinished', end).on('requestfailed', end);
  return () =>
    new Promise((resolve) => {
      let timer: NodeJS.Timeout;
      changed = () => {
        clearTimeout(timer);
        if (pending.size === 0) timer = setTimeout(resolve, 500);
      };
      changed();
    });
}
