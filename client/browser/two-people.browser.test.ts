import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layCable } from './cable.ts';
import { launch, member, type Reader, visitor } from './people.ts';
import { product } from './product.ts';

let browser: Browser;
let aiste: Reader;
beforeAll(async () => {
  browser = await launch();
  aiste = await member(browser, 'aiste');
});
afterAll(() => browser.close());

interface Free {
  searchEquipment: {
    nodes: {
      equipment: { id: string; centre: { zone: string }; viewerCan: { book: boolean } };
      freeStretches: { startsAt: string }[];
    }[];
  };
}

/** Something that Aistė may book, and an hour in which it is free, some days from now. */
async function somethingFree() {
  const from = Date.now() + 3 * 86_400_000;
  const { searchEquipment } = await aiste.ask<Free>(
    `query ($from: DateTimeISO!, $until: DateTimeISO!) {
      searchEquipment(filter: { city: "vilnius", type: "cad_workstation", freeFrom: $from, freeUntil: $until, minutes: 60 }, first: 20) {
        nodes { equipment { id centre { zone } viewerCan { book } } freeStretches { startsAt } }
      }
    }`,
    { from: new Date(from).toISOString(), until: new Date(from + 5 * 86_400_000).toISOString() },
  );
  const found = searchEquipment.nodes.find(({ equipment }) => equipment.viewerCan.book);
  const start = Date.parse(found?.freeStretches[0]?.startsAt ?? '');
  expect(start).toBeGreaterThan(0);
  const { id, centre } = (found as Free['searchEquipment']['nodes'][number]).equipment;
  const date = new Intl.DateTimeFormat('sv', { timeZone: centre.zone }).format(start);
  const clock = (at: number) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: centre.zone, hour: '2-digit', minute: '2-digit' }).format(at);
  return { path: `/en/equipment/${id}?date=${date}`, from: clock(start), to: clock(start + 3_600_000) };
}

test('one books while another watches the time turn taken', async () => {
  const { path, from, to } = await somethingFree();
  const watcher = await visitor(browser);
  await watcher.open(path);
  await watcher.page.getByText('updated live').first().waitFor();
  const taken = watcher.page.locator('.block.time-taken');
  const before = await taken.count();

  await aiste.open(`${path}&from=${from}&to=${to}`);
  await aiste.page.getByRole('button', { name: new RegExp(`^Book .*${from}`) }).click();
  await aiste.page.waitForURL(/\/en\/bookings\//);

  await expect.poll(() => taken.count()).toBe(before + 1);
  expect(await watcher.page.locator('main').textContent()).not.toContain('Aistė');
  await aiste.open(path);
  expect(await aiste.page.locator('.block.time-mine').count()).toBe(1);
  await watcher.context.close();
});

test('one publishes while another sees the post arrive', async () => {
  const reader = await visitor(browser);
  await reader.open('/en');
  await reader.page.getByText('updated live').first().waitFor();

  const title = 'Offcuts of birch plywood for a school project';
  await aiste.open('/en/posts/new/offer');
  await aiste.page.getByLabel('Title').fill(title);
  await aiste.page.getByLabel(/^Text/).fill('Forty pieces, 6 mm. Come and take them on Friday.');
  await aiste.page.getByLabel('City').selectOption({ label: 'Vilnius' });
  await aiste.page.getByRole('complementary', { name: 'How the post will look' }).getByText(title).waitFor();
  await aiste.page
    .locator('main')
    .getByRole('button', { name: /^Publish/ })
    .click();
  await aiste.page.waitForURL(/\/en\/posts\/[0-9a-f-]{36}/);

  const arrived = reader.page.locator('main').getByRole('link', { name: title });
  await arrived.waitFor();
  await arrived.click();
  await reader.page.getByRole('heading', { level: 1, name: title }).waitFor();

  await aiste.page.getByLabel('Your reply').fill('They are reserved now, thank you all.');
  await aiste.page.getByRole('button', { name: 'Reply', exact: true }).click();
  await reader.page
    .getByText(/1 new reply|They are reserved now/)
    .first()
    .waitFor();
  await reader.context.close();
});

const publish = `mutation ($input: PublishDiscussionInput!) { publishDiscussion(input: $input) { id } }`;

test('a connection is cut, three things happen, and exactly those three appear once it is back', async () => {
  const cable = await layCable(product.address);
  const reader = await visitor(browser, { at: cable.address });
  await reader.open('/en');
  await reader.page.getByText('updated live').first().waitFor();
  const shown = () => reader.page.locator('section[aria-labelledby="posts"] h3').allTextContents();
  const before = (await shown()).map((title) => title.trim());

  cable.cut();
  await reader.page.getByText('Reconnecting').waitFor();
  const titles = ['First question of the cut', 'Second question of the cut', 'Third question of the cut'];
  for (const title of titles) {
    const input = {
      title,
      body: 'Who has an answer?',
      language: 'en',
      audience: 'PUBLIC',
      city: 'vilnius',
      idempotencyKey: title,
    };
    await aiste.ask(publish, { input });
  }
  expect((await shown()).map((title) => title.trim())).toEqual(before);
  cable.mend();

  await reader.page.getByRole('link', { name: titles[2] as string }).waitFor();
  expect((await shown()).map((title) => title.trim())).toEqual(
    [...titles.toReversed(), ...before].slice(0, before.length),
  );
  await reader.context.close();
  await cable.close();
});
