import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Reader, visitor } from './people.ts';

const phone = { viewport: { width: 390, height: 844 } };
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let browser: Browser;
let guest: Reader;
let laser: { id: string; nextFree: { startsAt: string; endsAt: string } };
beforeAll(async () => {
  browser = await launch();
  guest = await visitor(browser, phone);
  const found = await guest.ask<{
    searchEquipment: { nodes: { equipment: typeof laser & { rules: { audience: string } } }[] };
  }>(`{
    searchEquipment(filter: { type: "laser_cutter" }, first: 40) {
      nodes { equipment { id rules { audience } nextFree { startsAt endsAt } } }
    }
  }`);
  const limited = found.searchEquipment.nodes.find(
    ({ equipment }) => equipment.rules.audience !== 'EVERYONE' && equipment.nextFree,
  );
  if (!limited) throw new Error('nobody has a laser cutter for members');
  laser = limited.equipment;
});
afterAll(() => browser.close());

const answer = () => guest.page.locator('[role=status].shown');

test('the bar of a phone names everything that is missing for a free time', async () => {
  const { page, open } = guest;
  const start = Date.parse(laser.nextFree.startsAt);
  const until = new Date(start + 3_600_000).toISOString();
  await open(`/en/equipment/${laser.id}?from=${laser.nextFree.startsAt}&to=${until}`);
  const bar = page.locator('.reach');
  await bar.getByText(/you still need/).waitFor();
  expect(await bar.textContent()).toMatch(/an account and membership/);
  expect(await bar.locator('a, button').count()).toBe(1);
});

test('a press on time that is over is answered in words', async () => {
  await guest.open(`/en/equipment/${laser.id}?date=${dayFromNow(-7)}`);
  expect(await answer().count()).toBe(0);
  await guest.page
    .locator('.track')
    .first()
    .click({ position: { x: 40, y: 30 } });
  await answer()
    .getByText(/over|Taken|Maintenance|Closed|Training/)
    .waitFor();
});

test('another year is named, and a press so far ahead is answered', async () => {
  const date = dayFromNow(400);
  await guest.open(`/en/equipment/${laser.id}?date=${date}`);
  expect(await guest.page.locator('#timeline-title').textContent()).toContain(date.slice(0, 4));
  await guest.page
    .locator('.track')
    .first()
    .click({ position: { x: 40, y: 30 } });
  await answer()
    .getByText(/too far ahead|closed/i)
    .waitFor();
});
