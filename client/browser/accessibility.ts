import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, member, type Reader, visitor } from './people.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
let guest: Reader;
let aiste: Reader;
let tomas: Reader;
let places: { equipment: string; post: string; mine: string; booking: string };
beforeAll(async () => {
  browser = await launch();
  guest = await visitor(browser, { reducedMotion: 'reduce' });
  aiste = await member(browser, 'aiste', { reducedMotion: 'reduce' });
  tomas = await member(browser, 'tomas', { reducedMotion: 'reduce' });
  const found = await aiste.ask<{
    searchEquipment: { nodes: { equipment: { id: string } }[] };
    posts: { nodes: { id: string }[] };
    mine: { nodes: { id: string }[] };
    myBookings: { nodes: { id: string }[] };
  }>(`{
    searchEquipment(filter: { type: "laser_cutter" }, first: 1) { nodes { equipment { id } } }
    posts(first: 1) { nodes { id } }
    mine: posts(filter: { mine: true }, first: 1) { nodes { id } }
    myBookings(first: 1) { nodes { id } }
  }`);
  places = {
    equipment: found.searchEquipment.nodes[0]?.equipment.id ?? '',
    post: found.posts.nodes[0]?.id ?? '',
    mine: found.mine.nodes[0]?.id ?? '',
    booking: found.myBookings.nodes[0]?.id ?? '',
  };
});
afterAll(() => browser.close());

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/** What axe finds on the open page, as short readable lines. */
async function violations({ page }: Reader): Promise<string[]> {
  // Run in the page's own world, past its Content-Security-Policy, as a browser extension would.
  await page.evaluate(axeSource);
  const found = await page.evaluate(
    (tags) =>
      (
        window as unknown as { axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> } }
      ).axe
        .run(document, { runOnly: { type: 'tag', values: tags } })
        .then((result) => result.violations),
    rules,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

const areas = new Set(
  (await readdir(new URL('../src/lib/i18n/messages', import.meta.url))).map((file) => file.split('.')[0]),
);
/** Keys that stand on the open page in place of their words, as where a page does not name an area it speaks of. */
async function unspoken({ page }: Reader): Promise<string[]> {
  const text = [await page.title(), ...(await page.locator('header, main, footer').allTextContents())].join(' ');
  return [...text.matchAll(/\b([a-z-]+)\.[a-z]\w*(\.\w+)*/g)].flatMap(([key, area]) => (areas.has(area) ? [key] : []));
}

const sidewaysScroll = ({ page }: Reader) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const forAll = [
  '',
  '/find?what=laser_cutter&city=vilnius',
  '/centres',
  '/centres/technarium',
  '/equipment/:equipment',
  '/posts',
  '/posts/:post',
  '/sign-in',
  '/sign-up',
  '/sign-up/code',
  '/sign-up/code?token=x',
  '/forgot-password',
  '/reset-password?token=x',
  '/verify-email',
  '/settings',
  '/about',
  '/accessibility',
  '/nothing-here',
];
const forMembers = [
  '/bookings',
  '/bookings/:booking',
  '/bookings/:booking/move',
  '/posts/new',
  '/posts/new/offer',
  '/posts/new/event',
  '/posts/:mine/edit',
  '/posts/:mine/withdraw',
  '/profile',
  '/security',
  '/security/second-factor',
  '/my-data',
];
const forOperators = ['/operations'];
const pages = [
  ...forAll.map((path) => ({ path, as: () => guest })),
  ...forMembers.map((path) => ({ path, as: () => aiste })),
  ...forOperators.map((path) => ({ path, as: () => tomas })),
];

/** Tests of every page in a language; each language is a file of its own, so that they run side by side. */
export function testEveryPage(locale: string): void {
  test.each(pages)('$path has no barrier, in light and dark, on desktop and phone', async ({ path, as }) => {
    const reader = as();
    const address = path.replace(/:(\w+)/, (_, name: keyof typeof places) => places[name]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await reader.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await reader.page.setViewportSize(
        colorScheme === 'light' ? { width: 1280, height: 900 } : { width: 320, height: 700 },
      );
      await reader.open(`/${locale}${address}`);
      // The whole page in sight: what the bar at the foot of a phone covers is reached by scrolling, which axe does not.
      const height = await reader.page.evaluate(() => document.documentElement.scrollHeight);
      if (colorScheme === 'dark') await reader.page.setViewportSize({ width: 320, height });
      expect(await violations(reader), colorScheme).toEqual([]);
      expect(await unspoken(reader)).toEqual([]);
      expect(await sidewaysScroll(reader), `${colorScheme}: sideways scroll`).toBeLessThanOrEqual(0);
    }
    expect(await reader.page.locator('html').getAttribute('lang')).toBe(locale);
    expect(await reader.page.locator('h1').count()).toBe(1);
    expect(reader.refused.splice(0), 'refused by the policy of the page').toEqual([]);
  });
}
