import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, member, type Reader, visitor } from './people.ts';
import { product } from './product.ts';

let browser: Browser;
let reader: Reader;
beforeAll(async () => {
  browser = await launch();
  reader = await visitor(browser);
});
afterAll(() => browser.close());

const get = (path: string) => fetch(new URL(path, product.address));

/** What is said of a page where its address is shared. */
const shared = async (name: string) =>
  (await reader.page.locator(`meta[property="og:${name}"]`).getAttribute('content')) ?? '';

test('a centre is shared with its name, its picture and what search engines know of it', async () => {
  const { page, open, refused } = reader;
  await open('/lt/centres/technarium');
  expect(await shared('title')).toContain('Technarium');
  const picture = await fetch(await shared('image'));
  const bytes = new DataView(await picture.arrayBuffer());
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  // It may be kept for everybody, so it sets no cookie.
  expect(picture.headers.getSetCookie()).toEqual([]);
  expect([bytes.getUint32(16), bytes.getUint32(20)]).toEqual([1200, 630]);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(data).toMatchObject({ '@type': 'LocalBusiness', name: 'Technarium', address: { addressCountry: 'LT' } });
  expect(refused).toEqual([]);
});

test('a machine and an event have pictures of their own', async () => {
  const { ask, open, page } = reader;
  const { posts } = await ask<{ posts: { nodes: { id: string }[] } }>(
    '{ posts(filter: { kinds: [EVENT] }, first: 1) { nodes { id } } }',
  );
  await open(`/en/posts/${posts.nodes[0]?.id}`);
  expect(await page.locator('script[type="application/ld+json"]').textContent()).toContain('"@type":"Event"');
  const { searchEquipment } = await ask<{ searchEquipment: { nodes: { equipment: { id: string } }[] } }>(
    '{ searchEquipment(first: 1) { nodes { equipment { id } } } }',
  );
  const machine = `/en/equipment/${searchEquipment.nodes[0]?.equipment.id}/picture.png`;
  const pictures = await Promise.all([fetch(await shared('image')), get(machine), get('/en/picture.png')]);
  expect(pictures.map(({ status }) => status)).toEqual([200, 200, 200]);
});

test('the picture of what one may not see is not there, not even for those who may', async () => {
  const { context, ask } = await member(browser, 'aiste');
  const { posts } = await ask<{ posts: { nodes: { id: string; audience: string }[] } }>(
    '{ posts(first: 100) { nodes { id audience } } }',
  );
  const hidden = posts.nodes.find(({ audience }) => audience !== 'PUBLIC');
  expect(hidden).toBeDefined();
  for (const id of [hidden?.id, crypto.randomUUID()]) {
    const address = new URL(`/lt/posts/${id}/picture.png`, product.address).href;
    expect((await context.request.get(address)).status()).toBe(404);
    expect((await get(address)).status).toBe(404);
  }
});

test('search engines find every public page in both languages, and nothing else', async () => {
  const robots = await (await get('/robots.txt')).text();
  const index = await (await get(new URL(/Sitemap: (.*)/.exec(robots)?.[1] ?? '').pathname)).text();
  const file = await (await get(new URL(/<loc>(.*?)<\/loc>/.exec(index)?.[1] ?? '').pathname)).text();
  expect(file).toContain('/lt/centres/technarium</loc>');
  expect(file).toContain('/en/centres/technarium</loc>');
  expect(file).not.toMatch(/\/(bookings|profile|desk|operations)/);
  expect((await get('/sitemap/2.xml')).status).toBe(404);
});

test('posts and events are feeds in the language of the page', async () => {
  const { page, open } = reader;
  await open('/en/posts');
  const addresses = await page
    .locator('link[type="application/atom+xml"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses).toEqual(['/en/posts/feed.xml', '/en/posts/events.xml']);
  for (const address of addresses) {
    const feed = await (await get(address)).text();
    const entries = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'application/xml');
      return parsed.querySelector('parsererror') ? -1 : parsed.querySelectorAll('feed > entry > content').length;
    }, feed);
    expect(entries).toBeGreaterThan(0);
  }
});

test('a telephone can put the pages on its home screen', async () => {
  const manifest = await (await get('/lt/manifest.webmanifest')).json();
  expect(manifest).toMatchObject({ lang: 'lt', start_url: '/lt', display: 'standalone' });
  const icons = await Promise.all(manifest.icons.map(({ src }: { src: string }) => get(src)));
  expect(icons.map(({ status }) => status)).toEqual([200, 200, 200]);
  // Nobody has said whom to tell of a hole.
  expect((await get('/.well-known/security.txt')).status).toBe(404);
});
