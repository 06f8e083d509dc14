import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import budgets from '../budgets.json' with { type: 'json' };
import { launch, member, type Reader, visitor } from './people.ts';
import { weigh } from './weight.ts';

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

test.each(Object.entries(budgets))('%s stays within its budget of scripts', async (path, budget) => {
  const address = `/lt${path.replace(/:(\w+)/, (_, name) => places[name] ?? '')}`;
  const view = await weigh(guest.context, address);
  const signedIn = await weigh(aiste.context, address);
  const weight = { first: view.first, touched: view.touched, signedIn: signedIn.touched };
  lines.push(
    `${address}: ${Object.entries(weight)
      .map(([name, kilobytes]) => `${name} ${kilobytes} of ${budget[name as keyof typeof weight]} KB`)
      .join(', ')}`,
  );
  for (const [name, kilobytes] of Object.entries(weight)) {
    expect(kilobytes, `${name}, KB gzip`).toBeLessThanOrEqual(budget[name as keyof typeof weight]);
  }
});
