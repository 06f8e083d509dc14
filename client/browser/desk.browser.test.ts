import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, member, type Reader } from './people.ts';

let browser: Browser;
let jonas: Reader;
let ruta: Reader;
beforeAll(async () => {
  browser = await launch();
  jonas = await member(browser, 'jonas');
  ruta = await member(browser, 'ruta');
});
afterAll(() => browser.close());

const slug = async (reader: Reader) =>
  (await reader.ask<{ me: { desks: { id: string; slug: string }[] } }>('{ me { desks { id slug } } }')).me.desks[0];

/** Somebody of the demonstration who is no member asks the centre of Jonas and Rūta; returns their name. */
async function askToJoin(name: string, message: string): Promise<string> {
  const person = await member(browser, name);
  const desk = await slug(jonas);
  const answer = await person.ask<{
    askForMembership: { __typename: string; joinRequest?: { person: { name: string } } };
  }>(
    `mutation ($input: AskForMembershipInput!) { askForMembership(input: $input) { __typename
      ... on MembershipAsked { joinRequest { person { name } } } } }`,
    { input: { centreId: desk?.id, message, idempotencyKey: message } },
  );
  await person.context.close();
  expect(answer.askForMembership.__typename).toBe('MembershipAsked');
  return answer.askForMembership.joinRequest?.person.name ?? '';
}
const rowOf = ({ page }: Reader, message: string) => page.locator('[data-row]', { hasText: message });

test('whoever has a role finds its desk first, and nobody else finds one', async () => {
  await jonas.open('/en');
  const [first] = await jonas.page.locator('header nav a').allTextContents();
  expect(first).toBe('My centre');
  await jonas.page.getByRole('link', { name: 'My centre' }).click();
  await jonas.page.getByRole('heading', { level: 1, name: 'LinkMenų fabrikas' }).waitFor();
  expect(await jonas.page.getByRole('link', { name: 'Opening hours' }).count()).toBe(0);
  await ruta.open('/en/desk');
  await ruta.page.waitForURL(/\/en\/desk\/.+/);
  expect(await ruta.page.locator('main').getByRole('link', { name: 'Opening hours' }).count()).toBe(1);

  const aiste = await member(browser, 'aiste');
  await aiste.open('/en');
  expect(await aiste.page.getByRole('link', { name: 'My centre' }).count()).toBe(0);
  const response = await aiste.page.goto(new URL(ruta.page.url()).pathname);
  expect(response?.status()).toBe(403);
  await aiste.context.close();
});

test('two staff decide one request at the same moment: one outcome, and both see it', async () => {
  const desk = `/en/desk/${(await slug(jonas))?.slug}`;
  for (const { open, page } of [jonas, ruta]) {
    await open(desk);
    await page.getByText('updated live').first().waitFor();
  }
  const message = 'I would like to cut plywood for my thesis.';
  await askToJoin('vilte', message);
  await Promise.all([jonas, ruta].map((reader) => rowOf(reader, message).waitFor({ timeout: 5000 })));

  // The one accepts by its key, the other has begun to say why not.
  await rowOf(ruta, message).locator('summary[data-key="d"]').click();
  await rowOf(ruta, message).getByLabel('Why not').fill('There is no place left this month.');
  await rowOf(jonas, message).getByRole('button', { name: 'Accept' }).focus();
  // Pressed whatever has become of the row meanwhile: the other's answer may arrive while the finger comes down.
  const decline = await rowOf(ruta, message).getByRole('button', { name: 'Decline' }).elementHandle();
  await Promise.all([jonas.page.keyboard.press('a'), decline?.dispatchEvent('click')]);
  const results = [jonas, ruta].map((reader) => rowOf(reader, message).locator('[data-result]'));
  const told = await Promise.all(
    results.map(async (result) => {
      await result.waitFor();
      return (await result.textContent())?.replaceAll(/\s+/g, ' ').trim();
    }),
  );
  expect(new Set(told).size).toBe(1);
  expect(told[0]).toMatch(/accepted.*Jonas Balčiūnas|declined.*Rūta Stankevičiūtė.*no place left/);
});

test('staff answer by the keys alone, and stay where they were', async () => {
  const desk = `/en/desk/${(await slug(jonas))?.slug}`;
  await jonas.open(desk);
  await jonas.page.getByText('updated live').first().waitFor();
  const [first, second] = ['I sew bags.', 'I print posters.'];
  await askToJoin('gabija', first);
  await rowOf(jonas, first).waitFor({ timeout: 5000 });
  await rowOf(jonas, first).getByRole('button', { name: 'Accept' }).focus();
  // What comes while somebody is at the list waits, and moves nothing.
  await askToJoin('tomas', second);
  await jonas.page.getByRole('button', { name: 'Show what is new (1)' }).click();
  await rowOf(jonas, first).getByRole('button', { name: 'Accept' }).focus();
  await jonas.page.keyboard.press('d');
  await jonas.page.keyboard.type('The sewing room is being repaired.');
  await jonas.page.keyboard.press('Tab');
  await jonas.page.keyboard.press('Enter');
  await rowOf(jonas, first).locator('[data-result]').getByText('The sewing room is being repaired.').waitFor();
  expect(
    await rowOf(jonas, first)
      .locator('[data-result]')
      .evaluate((node) => node === document.activeElement),
  ).toBe(true);
  await jonas.page.keyboard.press('ArrowDown');
  await jonas.page.keyboard.press('a');
  await rowOf(jonas, second).locator('[data-result]').getByText('accepted').waitFor();
  await jonas.page.keyboard.press('?');
  await jonas.page.getByRole('dialog', { name: 'Keys' }).waitFor();
});
