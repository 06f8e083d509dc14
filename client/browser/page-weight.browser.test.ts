import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, member, type Reader, visitor } from './people.ts';
import { mostKilobytes, weigh } from './weight.ts';

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 } };
let browser: Browser;
let guest: Reader;
let aiste: Reader;
let places: Record<string, string>;
beforeAll(async () => {
  browser = await launch();
  guest = await visitor(browser, phone);
  aiste = await member(browser, 'aiste', phone);
  const { searchEquipment, posts } = await guest.ask<{
    searchEquipment: { nodes: { equipment: { id: string } }[] };
    posts: { nodes: { id: string }[] };
  }>(
    '{ searchEquipment(filter: { type: "laser_cutter" }, first: 1) { nodes { equipment { id } } } posts(first: 1) { nodes { id } } }',
  );
  places = { equipment: searchEquipment.nodes[0]?.equipment.id ?? '', post: posts.nodes[0]?.id ?? '' };
});
afterAll(() => browser.close());

const lines: string[] = [];
afterAll(() => console.log(lines.join('\n')));

const paths = [
  '/',
  '/find',
  '/centres',
  '/centres/technarium',
  '/equipment/:equipment',
  '/posts',
  '/posts/:post',
  '/bookings',
  '/sign-in',
];

test.each(paths)('%s stays within the budget of scripts, for visitors and members', async (path) => {
  const address = `/lt${path.replace(/:(\w+)/, (_, name) => places[name] ?? '')}`;
  const [visitors, members] = [await weigh(guest.context, address), await weigh(aiste.context, address)];
  lines.push(`${address}: visitors ${visitors}, members ${members} of ${mostKilobytes} KB`);
  expect(Math.max(visitors, members), 'KB gzip').toBeLessThanOrEqual(mostKilobytes);
});

test('a page of text needs no scripts', async () => {
  expect(await weigh(guest.context, '/lt/about')).toBe(0);
});
