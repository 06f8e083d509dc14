import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasPostgres, onServer, postgresUrl } from '../../server/test/postgres-server.ts';
import { launch, member, type Reader } from './people.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { type Product, serveDemonstration } from './serving.ts';

/** What the staff or a deadline end is told to whose it was, on the open page and by letter, with other times. */
const email = 'aiste@example.org';
const withPostgres = await hasPostgres();
const name = `talka_told_${randomBytes(6).toString('hex')}`;
const database = new URL(`/${name}`, postgresUrl).href;

let browser: Browser;
let post: PostOffice;
let served: { product: Product; stop: () => Promise<void> };
let aiste: Reader;
let jonas: Reader;
let centre: { id: string; name: string; slug: string };
beforeAll(async () => {
  post = await openPostOffice();
  if (withPostgres) await onServer(`create database ${name}`);
  served = await serveDemonstration(new Date(), {
    SMTP_URL: post.url,
    MAIL_FROM: 'Talka <talka@talka.example>',
    ...(withPostgres && { DATABASE_URL: database }),
  });
  browser = await launch();
  const at = served.product.address;
  [aiste, jonas] = await Promise.all([member(browser, 'aiste', { at }), member(browser, 'jonas', { at })]);
  const { me } = await jonas.ask<{ me: { desks: (typeof centre)[] } }>('{ me { desks { id name slug } } }');
  centre = me.desks[0] as typeof centre;
});
afterAll(async () => {
  await browser.close();
  await served.stop();
  await post.close();
  if (withPostgres) await onServer(`drop database ${name} with (force)`);
});

interface Machine {
  id: string;
  centre: { id: string; zone: string };
  rules: { approval: string; minimumMinutes: number };
}

/** What Aistė may book at the centre, some days from now, at the first time that is free. */
async function somethingFree(wanted: (machine: Machine) => boolean) {
  const from = Date.now() + 4 * 86_400_000;
  const { searchEquipment } = await aiste.ask<{
    searchEquipment: { nodes: { equipment: Machine; freeStretches: { startsAt: string }[] }[] };
  }>(
    `query ($filter: EquipmentSearch!) {
      searchEquipment(filter: $filter, first: 100) {
        nodes { equipment { id centre { id zone } rules { approval minimumMinutes } } freeStretches { startsAt } } } }`,
    {
      filter: {
        usableByMe: true,
        city: 'vilnius',
        freeFrom: new Date(from).toISOString(),
        freeUntil: new Date(from + 7 * 86_400_000).toISOString(),
      },
    },
  );
  const found = searchEquipment.nodes.find(({ equipment }) => equipment.centre.id === centre.id && wanted(equipment));
  const start = Date.parse(found?.freeStretches[0]?.startsAt ?? '');
  if (!found || !start) throw new Error(`nothing of ${centre.name} is free`);
  const { equipment } = found;
  const endsAt = new Date(start + equipment.rules.minimumMinutes * 60_000).toISOString();
  return { equipment, wish: { equipmentId: equipment.id, startsAt: new Date(start).toISOString(), endsAt } };
}

async function book(wish: { equipmentId: string; startsAt: string; endsAt: string }) {
  const { bookEquipment } = await aiste.ask<{ bookEquipment: { booking?: { id: string; state: string } } }>(
    'mutation ($input: BookEquipmentInput!) { bookEquipment(input: $input) { ... on Booked { booking { id state } } } }',
    { input: { ...wish, idempotencyKey: `${wish.equipmentId} ${wish.startsAt}` } },
  );
  if (!bookEquipment.booking) throw new Error('it was not booked');
  return bookEquipment.booking;
}

const takes = (page: Page) => page.getByRole('button', { name: /^Rinktis / });
const startsOf = (page: Page) =>
  page.locator('input[name=startsAt]').evaluateAll((inputs) => inputs.map((each) => (each as HTMLInputElement).value));
/** The demonstration tells her of other bookings too. */
const lettersAbout = (id: string, subject = '') =>
  post.to(email).filter((letter) => letter.subject === subject && letter.text.includes(id));
const idIn = (page: Page) => new URL(page.url()).pathname.split('/').at(-1);

test('staff cancel a booking with a reason: her page says so at once, one letter comes, she takes another time', async () => {
  const { equipment, wish } = await somethingFree(({ rules }) => rules.approval === 'NONE');
  const { id } = await book(wish);
  const { page } = aiste;
  const list = await aiste.context.newPage();
  await list.goto('/lt/bookings', { waitUntil: 'networkidle' });
  const row = list.locator(`main li:has(a[href$="/bookings/${id}"])`);
  expect(await row.textContent()).toContain('patvirtinta');
  await aiste.open(`/lt/bookings/${id}`);
  const said = page.locator('main');
  expect(await said.textContent()).toContain('patvirtinta');
  expect(await takes(page).count()).toBe(0);

  const reason = 'Sugedo siurblys, meistras atvyks tik kitą savaitę.';
  const date = new Intl.DateTimeFormat('sv', { timeZone: equipment.centre.zone }).format(Date.parse(wish.startsAt));
  await jonas.open(`/en/desk/${centre.slug}?date=${date}`);
  await jonas.page.locator(`main a[href$="/bookings/${id}"]`).click();
  await jonas.page.getByText('Cancel the booking').click();
  await jonas.page.getByLabel('Why you cancel').fill(reason);
  await jonas.page.getByRole('button', { name: 'Yes, cancel it' }).click();

  await page.getByText(`Atšaukė centro „${centre.name}“ darbuotojai`).waitFor();
  await takes(page).first().waitFor();
  expect(await said.textContent()).toContain('Jonas Balčiūnas');
  expect(await said.textContent()).toContain(reason);
  expect(await said.textContent()).not.toContain('patvirtinta');
  await row.waitFor({ state: 'detached' });

  const letter = await post.letter(email, /^Centras atšaukė jūsų rezervaciją/, id);
  for (const part of [letter.text, letter.html]) {
    expect(part).toContain(reason);
    expect(part).toContain('Jonas Balčiūnas');
    expect(part).toContain('Jums laisva:');
    expect(part).toContain(`/lt/bookings/${id}`);
  }
  const [first = ''] = await startsOf(page);
  expect(letter.text).toContain(`from=${first.replace(':00.000Z', 'Z')}`);
  const calendar = letter.files.find(({ method }) => method !== undefined);
  expect(calendar?.content).toMatch(/METHOD:CANCEL[\s\S]*STATUS:CANCELLED/);

  await takes(page).first().click();
  await page.waitForURL((url) => /\/bookings\/[0-9a-f-]{36}$/.test(url.pathname) && !url.pathname.endsWith(id));
  await page.getByText('Rezervuota').first().waitFor();
  await post.letter(email, /^(Rezervuota|Laukia centro atsakymo)/, idIn(page));
  expect(lettersAbout(id, letter.subject)).toHaveLength(1);
  await list.close();
}, 300_000);

test.runIf(withPostgres)(
  'a request that nobody answers is declined at its deadline, with other times',
  async () => {
    const { wish } = await somethingFree(({ rules }) => rules.approval === 'EVERYONE');
    const { id, state } = await book(wish);
    expect(state).toBe('REQUESTED');
    const { page } = aiste;
    await aiste.open(`/lt/bookings/${id}`);
    const said = page.locator('main');
    await page.getByText(`Laukia centro „${centre.name}“ atsakymo`).waitFor();
    expect(await said.textContent()).toContain('laukia centro');
    expect(await takes(page).count()).toBe(0);

    // The three days until the answer are over.
    await onServer(`update booking set answer_by = created_at where id = '${id}'`, database);

    await page
      .getByText(`Centras „${centre.name}“ laiku neatsakė, todėl prašymas atmestas`)
      .waitFor({ timeout: 90_000 });
    await takes(page).first().waitFor();
    expect(await said.textContent()).toContain('atmesta');
    expect(await said.textContent()).not.toMatch(/patvirtinta|laukia centro/);

    const letter = await post.letter(email, /^Nepatvirtinta/, id);
    const [first = ''] = await startsOf(page);
    for (const part of [letter.text, letter.html]) {
      expect(part).toContain('laiku neatsakė');
      expect(part).toContain('Jums laisva:');
    }
    expect(letter.text).toContain(`from=${first.replace(':00.000Z', 'Z')}`);

    // The time is free for others at once.
    const { checkBooking } = await jonas.ask<{ checkBooking: { checks: { condition: string; passed: boolean }[] } }>(
      `query ($equipmentId: ID!, $startsAt: DateTimeISO!, $endsAt: DateTimeISO!) {
      checkBooking(equipmentId: $equipmentId, startsAt: $startsAt, endsAt: $endsAt) { checks { condition passed } } }`,
      wish,
    );
    expect(checkBooking.checks.find(({ condition }) => condition === 'SLOT_FREE')?.passed).toBe(true);

    await takes(page).first().click();
    await page.waitForURL((url) => /\/bookings\/[0-9a-f-]{36}$/.test(url.pathname) && !url.pathname.endsWith(id));
    await page.getByText('Prašymas išsiųstas').first().waitFor();
    await post.letter(email, /^Laukia centro atsakymo/, idIn(page));
    expect(lettersAbout(id, letter.subject)).toHaveLength(1);
  },
  180_000,
);
