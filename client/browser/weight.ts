import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page, Request } from 'playwright-core';

/** Kilobytes of JavaScript, compressed as a proxy would. */
export interface Weight {
  /** Until the page is loaded and the network rests. */
  readonly first: number;
  /** Once the reader has touched it, with what was there before. */
  readonly touched: number;
}

/** Opens a page in a browser that has nothing in its cache and weighs the scripts that it really fetches. */
export async function weigh(context: BrowserContext, address: string): Promise<Weight> {
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
  await network();
  const first = await kilobytes(fetched);
  await touch(page);
  await network();
  const touched = await kilobytes(fetched);
  await page.close();
  return { first, touched };
}

/** Moves the pointer as a reader does before anything else, and waits until the page's scripts have started. */
export async function touch(page: Page): Promise<void> {
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
  await page.waitForFunction(
    () =>
      !document.querySelector('[data-alive], link[rel=modulepreload]') ||
      document.documentElement.dataset.started !== undefined,
  );
}

/** Resolves when nothing has been under way for half a second, as often as it is asked. */
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

async function kilobytes(fetched: ReadonlyMap<string, Promise<number>>): Promise<number> {
  const sizes = await Promise.all(fetched.values());
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 102.4) / 10;
}
