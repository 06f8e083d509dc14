import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Hand } from './hand.ts';
import { launch, member, type Reader, visitor } from './people.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { type Product, serveDemonstration } from './serving.ts';
import { codeIn } from './sign-up.ts';
import { hydrated } from './weight.ts';

/** The main story: somebody whom nobody knows books a laser, with a product that sends real letters. */
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'lt-LT' } as const;
const laser = 'Lazerinio pjovimo ir graviravimo staklės';

let browser: Browser;
let post: PostOffice;
let served: { product: Product; stop: () => Promise<void> };
let jonas: Reader;
let centre: { id: string; name: string; slug: string };
beforeAll(async () => {
  post = await openPostOffice();
  served = await serveDemonstration(new Date(), { SMTP_URL: post.url, MAIL_FROM: 'Talka <talka@talka.example>' });
  browser = await launch();
  jonas = await member(browser, 'jonas', { at: served.product.address });
  const { me } = await jonas.ask<{ me: { desks: (typeof centre)[] } }>('{ me { desks { id name slug } } }');
  centre = me.desks[0] as typeof centre;
  await jonas.open(`/lt/desk/${centre.slug}`);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
  await post.close();
});

/** The day after tomorrow or later, as the clocks of Vilnius count it: YYYY-MM-DD of the next Thursday. */
function thursday(): string {
  const day = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Vilnius' });
  const weekday = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Vilnius', weekday: 'short' });
  for (let days = 2; ; days += 1) {
    const at = Date.now() + days * 86_400_000;
    if (weekday.format(at) === 'Thu') return day.format(at);
  }
}

/** Moves the focus forwards with Tab until it stands on what is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const called = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      const label =
        at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0]?.textContent : '';
      return `${label ?? ''} ${at?.getAttribute('aria-label') ?? ''} ${at?.textContent ?? ''}`
        .replaceAll(/\s+/g, ' ')
        .trim();
    });
  for (let steps = 0; steps < 150; steps += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await called())) return;
  }
  throw new Error(`the keyboard never came to ${name}`);
}

const until = (page: Page, path: RegExp) => page.waitForURL((url) => path.test(url.pathname));

test('a newcomer finds a laser, signs up in place, is let in, books, and gets it in writing', async () => {
  const ona = await visitor(browser, { at: served.product.address, ...phone });
  const { page } = ona;
  const hand = new Hand();
  const email = 'ona.naujoke@talka.example';

  await ona.open('/lt');
  await hand.fill(page.getByRole('combobox', { name: 'Ką darysite?' }), 'lazeris');
  await hand.tap(page.getByRole('option', { name: laser }));
  await until(page, /\/find$/);
  expect(new URL(page.url()).searchParams.get('what')).toBe('laser_cutter');
  await hand.tap(page.locator('summary', { hasText: 'Keisti' }));
  await hand.tap(page.getByRole('radio', { name: 'Diena' }));
  await hand.fill(page.getByLabel('Kurią dieną'), thursday());
  await hand.tap(page.getByRole('button', { name: 'Rasti laiką' }));
  await page.waitForURL(/date=/);

  const match = page.locator('main li', { has: page.getByRole('link', { name: centre.name }) }).first();
  await hand.tap(match.locator('.slots a').first());
  await until(page, /\/equipment\//);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // What is missing is told at once, each with its button, and nothing untrue.
  const verdict = page.locator('#verdict');
  await verdict.getByRole('button', { name: 'Laikyti laiką ir gauti kodą' }).waitFor();
  expect(await verdict.textContent()).not.toContain('Pasirinkite kitą laiką');

  await hand.fill(verdict.getByLabel('Vardas ir pavardė'), 'Ona Naujokė');
  await hand.fill(verdict.getByLabel('El. paštas', { exact: true }), email);
  await hand.tap(verdict.getByRole('button', { name: 'Laikyti laiką ir gauti kodą' }));
  await page.getByText('Laikome jums iki').first().waitFor();

  const letter = await post.letter(email, /kodas/i);
  await hand.fill(page.getByLabel(/kodas/i).first(), codeIn(letter.text));

  // The bar at the foot says the same.
  await page.getByRole('button', { name: 'Prašyti narystės' }).nth(1).waitFor();
  await hand.tap(verdict.getByRole('button', { name: 'Prašyti narystės' }));
  await page.getByText('Prašymas laukia').first().waitFor();

  const row = jonas.page.locator('[data-row]', { hasText: 'Ona Naujokė' });
  await row.waitFor();
  await row.getByRole('button', { name: 'Priimti' }).focus();
  await jonas.page.keyboard.press('a');
  await row.locator('[data-result]').waitFor();

  // Her page opens by itself, with the picked time as she left it.
  const book = verdict.getByRole('button', { name: /^(Rezervuoti|Prašyti) \d/ });
  await book.waitFor();
  await hand.tap(book);
  await until(page, /\/bookings\/[0-9a-f-]{36}$/);

  expect(hand.taps).toBeLessThanOrEqual(8);
  expect(hand.inputs).toBeLessThanOrEqual(5);

  const told = await post.letter(email, /rezerv|praš/i);
  expect(told.html).toContain(page.url().split('?')[0]);
  const calendar = told.files.find(({ method }) => method !== undefined);
  expect(calendar?.content).toMatch(/BEGIN:VEVENT[\s\S]*UID:/);
  expect(post.to(email).filter(({ subject }) => subject === told.subject)).toHaveLength(1);
  await ona.context.close();
}, 180_000);

test('the same with the keyboard alone', async () => {
  const rasa = await visitor(browser, { at: served.product.address, locale: 'en-GB' });
  const { page } = rasa;
  const { keyboard } = page;
  const email = 'rasa@talka.example';

  await rasa.open(`/en/find?what=laser_cutter&city=vilnius&date=${thursday()}`);
  await tabTo(page, new RegExp(`^${centre.name.slice(0, 12)}`));
  await tabTo(page, /^\d\d:\d\d/);
  await keyboard.press('Enter');
  await until(page, /\/equipment\//);
  await page.locator('#verdict').getByRole('button', { name: 'Hold the time and get a code' }).waitFor();
  await hydrated(page);

  await tabTo(page, /^Your name/);
  await keyboard.type('Rasa Klaviatūra');
  await tabTo(page, /^E-mail/);
  await keyboard.type(email);
  await keyboard.press('Enter');
  await page.getByText('Held for you until').first().waitFor();
  const letter = await post.letter(email, /code/i);
  // The field for the code has the focus already, and six digits are sent off by themselves.
  await keyboard.type(codeIn(letter.text));
  const ask = page.locator('#verdict').getByRole('button', { name: 'Ask for membership' });
  await ask.waitFor();
  await tabTo(page, /^Ask for membership/);
  await keyboard.press('Enter');

  const row = jonas.page.locator('[data-row]', { hasText: 'Rasa Klaviatūra' });
  await jonas.page
    .getByText(/Rodyti, kas nauja|Rasa Klaviatūra/)
    .first()
    .waitFor();
  if (!(await row.isVisible())) await jonas.page.getByRole('button', { name: /Rodyti/ }).click();
  await row.getByRole('button', { name: 'Priimti' }).focus();
  await jonas.page.keyboard.press('a');
  const book = page.locator('#verdict').getByRole('button', { name: /^(Book|Request) \d/ });
  await book.waitFor();
  await tabTo(page, /^(Book|Request) \d/);
  await keyboard.press('Enter');
  await until(page, /\/bookings\/[0-9a-f-]{36}$/);
  await rasa.context.close();
}, 180_000);
