import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, member, type Reader, visitor } from './people.ts';

let browser: Browser;
let ruta: Reader;
let aiste: Reader;
beforeAll(async () => {
  browser = await launch();
  ruta = await member(browser, 'ruta', { viewport: { width: 390, height: 844 } });
  aiste = await member(browser, 'aiste');
});
afterAll(() => browser.close());

interface Hours {
  weekday: number;
  opens: string;
  closes: string;
}
interface Plan {
  openingPlan: { version: number; weekly: Hours[]; exceptions: object[] };
}

const planFields = `version weekly { weekday opens closes }
  exceptions { kind startsOn endsOn opens closes yearly messages { language text } }`;
const planOf = (centreId: string) =>
  ruta.ask<Plan>(`query ($centreId: ID!) { openingPlan(centreId: $centreId) { ${planFields} } }`, { centreId });

/** The centre that Rūta manages, its hours on Fridays, and what Aistė may book there in the last hour of one. */
async function somethingLate() {
  const { me } = await ruta.ask<{ me: { memberships: { role: string; centre: { id: string; slug: string } }[] } }>(
    '{ me { memberships { role centre { id slug } } } }',
  );
  const centre = me.memberships.find(({ role }) => role === 'MANAGER')?.centre;
  if (!centre) throw new Error('Rūta manages no centre');
  const friday = (await planOf(centre.id)).openingPlan.weekly.filter(({ weekday }) => weekday === 5).at(-1);
  if (!friday) throw new Error('the centre is closed on Fridays');
  const { centre: offers } = await aiste.ask<{
    centre: { zone: string; equipment: { id: string; openingHours: Hours[]; viewerCan: { book: boolean } }[] };
  }>(
    'query ($id: ID!) { centre(id: $id) { zone equipment { id openingHours { weekday opens closes } viewerCan { book } } } }',
    { id: centre.id },
  );
  const lastHour = hourBefore(friday.closes, 5, offers.zone);
  for (const { id, openingHours, viewerCan } of offers.equipment) {
    const follows = openingHours.some(({ weekday, closes }) => weekday === 5 && closes === friday.closes);
    if (!follows || !viewerCan.book) continue;
    const { checkBooking } = await aiste.ask<{ checkBooking: { outcome: string } }>(
      `query ($equipmentId: ID!, $startsAt: DateTimeISO!, $endsAt: DateTimeISO!) {
        checkBooking(equipmentId: $equipmentId, startsAt: $startsAt, endsAt: $endsAt) { outcome } }`,
      { equipmentId: id, ...lastHour },
    );
    if (checkBooking.outcome === 'BOOK') return { centre, friday, equipmentId: id, lastHour };
  }
  throw new Error('nothing can be booked late on a Friday');
}

/** The hour before clocks show a time on the next such weekday that is at least two days away. */
function hourBefore(time: string, weekday: number, zone: string): { startsAt: string; endsAt: string } {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const shown = (at: number) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(
      at,
    );
  const before = `${String(hours - 1).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  const wanted = `${['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekday - 1]} ${before}`;
  const first = Math.ceil(Date.now() / 60_000) * 60_000 + 2 * 86_400_000;
  for (let at = first; at < first + 8 * 86_400_000; at += 60_000) {
    if (shown(at).replace(',', '') === wanted) {
      return { startsAt: new Date(at).toISOString(), endsAt: new Date(at + 3_600_000).toISOString() };
    }
  }
  throw new Error(`no ${wanted} in ${zone}`);
}

test('a manager shortens Friday; who books while she looks is in the list; everything agrees afterwards', async () => {
  const { centre, friday, equipmentId, lastHour } = await somethingLate();
  const before = (await planOf(centre.id)).openingPlan;
  const earlier = `${String(Number(friday.closes.slice(0, 2)) - 1).padStart(2, '0')}${friday.closes.slice(2)}`;
  const watcher = await visitor(browser);
  await watcher.open(`/en/equipment/${equipmentId}`);
  await watcher.page.getByText('updated live').first().waitFor();
  const reader = await visitor(browser);
  await reader.open(`/en/centres/${centre.slug}`);
  await reader.page.getByText('updated live').first().waitFor();

  const { page } = ruta;
  await ruta.open(`/en/desk/${centre.slug}`);
  await page.getByRole('link', { name: 'Hours', exact: true }).click();
  const day = page.getByRole('group', { name: 'Friday' });
  await day.getByLabel('Until').last().fill(earlier.replace(':', ''));
  const { bookEquipment } = await aiste.ask<{ bookEquipment: { booking?: { id: string } } }>(
    'mutation ($input: BookEquipmentInput!) { bookEquipment(input: $input) { ... on Booked { booking { id } } } }',
    { input: { equipmentId, ...lastHour, idempotencyKey: lastHour.startsAt } },
  );
  const bookingId = bookEquipment.booking?.id;
  expect(bookingId).toBeDefined();
  const hers = page.getByRole('listitem').filter({ has: page.locator(`a[href$="/bookings/${bookingId}"]`) });
  await hers.filter({ hasText: 'Aistė' }).waitFor();
  await page.getByLabel('For all of them').selectOption({ label: 'Keep it nevertheless' });
  await page.getByLabel(/^Message to all/).fill('We stay for you.');
  await page.getByRole('button', { name: /^Save with/ }).click();
  await page.getByText('Saved: the new hours hold already.').waitFor();

  const told = `${friday.opens}–${earlier}`;
  for (const each of [watcher, reader]) await each.page.getByText(told).first().waitFor();
  const { equipment, checkBooking } = await aiste.ask<{
    equipment: { open: { endsAt: string }[] };
    checkBooking: { checks: { condition: string; passed: boolean }[] };
  }>(
    `query ($id: ID!, $startsAt: DateTimeISO!, $endsAt: DateTimeISO!) {
      equipment(id: $id) { open(startsAt: $startsAt, endsAt: $endsAt) { endsAt } }
      checkBooking(equipmentId: $id, startsAt: $startsAt, endsAt: $endsAt) { checks { condition passed } } }`,
    { id: equipmentId, ...lastHour },
  );
  expect(equipment.open).toEqual([]);
  expect(checkBooking.checks.find(({ condition }) => condition === 'OPENING_HOURS')?.passed).toBe(false);
  const { searchEquipment } = await aiste.ask<{ searchEquipment: { nodes: { equipment: { id: string } }[] } }>(
    `query ($from: DateTimeISO!, $until: DateTimeISO!) {
      searchEquipment(filter: { freeFrom: $from, freeUntil: $until, minutes: 30 }, first: 100) { nodes { equipment { id } } } }`,
    { from: lastHour.startsAt, until: lastHour.endsAt },
  );
  expect(searchEquipment.nodes.map((node) => node.equipment.id)).not.toContain(equipmentId);

  // As it was, for whoever comes after.
  const { version } = (await planOf(centre.id)).openingPlan;
  const back = { centreId: centre.id, weekly: before.weekly, exceptions: before.exceptions };
  const { openingHoursImpact } = await ruta.ask<{ openingHoursImpact: { fingerprint: string } }>(
    'query ($input: OpeningPlanInput!) { openingHoursImpact(input: $input) { fingerprint } }',
    { input: back },
  );
  await ruta.ask('mutation ($input: ChangeOpeningHoursInput!) { changeOpeningHours(input: $input) { __typename } }', {
    input: {
      ...back,
      version,
      decisions: { fingerprint: openingHoursImpact.fingerprint },
      idempotencyKey: `back from ${version}`,
    },
  });
  await Promise.all([watcher, reader].map(({ context }) => context.close()));
});

test('without scripts hours are added, whom they touch is shown, and they are saved after that', async () => {
  const plain = await member(browser, 'ruta', { javaScriptEnabled: false });
  const { centre } = await somethingLate();
  const { page } = plain;
  await plain.open(`/en/desk/${centre.slug}/hours`);
  const sunday = page.getByRole('group', { name: 'Sunday' });
  const periods = await sunday.getByLabel('From').count();
  await sunday.getByRole('button', { name: 'Add hours: Sunday' }).click();
  await sunday.getByLabel('From').nth(periods).waitFor();
  await sunday.getByLabel('From').last().fill('2200');
  await sunday.getByLabel('Until').last().fill('2100');
  await page.getByRole('button', { name: /^Save/ }).last().click();
  await sunday.getByText('The end must be later than the beginning.').waitFor();
  await sunday
    .getByRole('button', { name: /^Remove hours: Sunday/ })
    .last()
    .click();
  await sunday.getByLabel('From').nth(periods).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Which bookings do not fit?' }).click();
  await page.getByRole('heading', { name: /loses? their time/ }).waitFor();
  await page.getByRole('button', { name: /^Save/ }).last().click();
  await page.getByText('Saved: the new hours hold already.').waitFor();
  await plain.context.close();
});
