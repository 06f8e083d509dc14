import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, member, type Reader, visitor } from './people.ts';
import { newEmailTo } from './sign-up.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
let guest: Reader;
let aiste: Reader;
let tomas: Reader;
let jonas: Reader;
let ruta: Reader;
let places: Record<
  'equipment' | 'post' | 'mine' | 'booking' | 'stop' | 'desk' | 'membership' | 'machine' | 'past',
  string
>;
beforeAll(async () => {
  browser = await launch();
  guest = await visitor(browser, { reducedMotion: 'reduce' });
  aiste = await member(browser, 'aiste', { reducedMotion: 'reduce' });
  tomas = await member(browser, 'tomas', { reducedMotion: 'reduce' });
  jonas = await member(browser, 'jonas', { reducedMotion: 'reduce' });
  ruta = await member(browser, 'ruta', { reducedMotion: 'reduce' });
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
  const { me } = await ruta.ask<{ me: { desks: { slug: string; equipment: { id: string }[] }[] } }>(
    '{ me { desks { slug equipment { id } } } }',
  );
  const [centre] = me.desks;
  const { desk } = await ruta.ask<{ desk: { members: { nodes: { id: string; role: string }[] } } }>(
    'query ($slug: String!) { desk(centreSlug: $slug) { members { nodes { id role } } } }',
    { slug: centre?.slug },
  );
  places = {
    equipment: found.searchEquipment.nodes[0]?.equipment.id ?? '',
    post: found.posts.nodes[0]?.id ?? '',
    mine: found.mine.nodes[0]?.id ?? '',
    booking: found.myBookings.nodes[0]?.id ?? '',
    stop: /email-stop\/([\w-]+)/.exec(await newEmailTo('aiste@example.org'))?.[1] ?? '',
    desk: centre?.slug ?? '',
    membership: desk.members.nodes.find(({ role }) => role === 'MEMBER')?.id ?? '',
    past: new Date(Date.now() - 28 * 86_400_000).toISOString().slice(0, 10),
    machine: centre?.equipment[0]?.id ?? '',
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
  '/email-stop/:stop',
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
  '/settings',
];
const forStaff = ['/desk/:desk', '/desk/:desk?date=:past', '/desk/:desk/people', '/desk/:desk/people/:membership'];
const forManagers = ['/desk/:desk/people/:membership', '/desk/:desk/hours', '/desk/:desk/equipment/:machine/hours'];
const forOperators = ['/operations'];
const pages = [
  ...forAll.map((path) => ({ path, name: 'a visitor', as: () => guest })),
  ...forMembers.map((path) => ({ path, name: 'a member', as: () => aiste })),
  ...forStaff.map((path) => ({ path, name: 'staff', as: () => jonas })),
  ...forManagers.map((path) => ({ path, name: 'a manager', as: () => ruta })),
  ...forOperators.map((path) => ({ path, name: 'an operator', as: () => tomas })),
];

/** Makes the screen as high as the page, which may grow with it. */
async function seeWhole({ page }: Reader, screen: { width: number; height: number }): Promise<void> {
  let { height } = screen;
  for (let grown = true; grown; ) {
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    grown = whole > height;
    height = Math.max(height, whole);
    await page.setViewportSize({ ...screen, height });
  }
}

/** Tests of every page in a language; each language is a file of its own, so that they run side by side. */
export function testEveryPage(locale: string): void {
  test.each(pages)('$path has no barrier for $name, in light and dark, on desktop and phone', async ({ path, as }) => {
    const reader = as();
    const address = path.replaceAll(/:(\w+)/g, (_, name: keyof typeof places) => places[name]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await reader.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const screen = colorScheme === 'light' ? { width: 1280, height: 900 } : { width: 320, height: 700 };
      await reader.page.setViewportSize(screen);
      await reader.open(`/${locale}${address}`);
      // What happens to lie under the bar at the foot of a phone can be scrolled out of it, which axe does not know.
      await seeWhole(reader, screen);
      expect(await violations(reader), colorScheme).toEqual([]);
      expect(await unspoken(reader)).toEqual([]);
      expect(await sidewaysScroll(reader), `${colorScheme}: sideways scroll`).toBeLessThanOrEqual(0);
    }
    expect(await reader.page.locator('html').getAttribute('lang')).toBe(locale);
    expect(await reader.page.locator('h1').count()).toBe(1);
    expect(reader.refused.splice(0), 'refused by the policy of the page').toEqual([]);
  });
}
