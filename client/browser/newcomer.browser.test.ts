import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Hand } from './hand.ts';
import { launch, member, type Reader, visitor } from './people.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { type Product, serveDemonstration } from './serving.ts';
import { codeIn } from './sign-up.ts';

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

const until = (page: Page, path: RegExp) => page.waitForURL((url) => path.test(url.pathname));

test('a newcomer finds a laser, signs up in place, is let in, books, and gets it in writing', async () => {
  const ona = await visitor(browser, { at: served.product.address, ...phone });
  const { page } = ona;
  const hand = new Hand();
  const email = 'ona.naujoke@talka.example';

  await ona.open('/lt');
  await hand.choose(page.getByLabel('Ko reikia'), laser);
  await hand.fill(page.getByLabel('Kada'), thursday());
  await hand.tap(page.getByRole('button', { name: 'Rasti laiką' }));
  await until(page, /\/find$/);

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
  await hand.fill(page.getByLabel(/kodas/i).first(), codeIn(letter.text ?? ''));

  await hand.tap(verdict.getByRole('button', { name: 'Prašyti narystės' }));
  await page.getByText('Prašymas laukia').first().waitFor();

  const row = jonas.page.locator('[data-row]', { hasText: 'Ona Naujokė' });
  await row.waitFor({ timeout: 5000 });
  await row.getByRole('button', { name: 'Priimti' }).focus();
  await jonas.page.keyboard.press('a');
  await row.locator('[data-result]').waitFor();

  // Her page opens by itself, with the picked time as she left it.
  const book = verdict.getByRole('button', { name: /^(Rezervuoti|Prašyti) \d/ });
  await book.waitFor({ timeout: 10_000 });
  await hand.tap(book);
  await until(page, /\/bookings\/[0-9a-f-]{36}$/);

  expect(hand.taps).toBeLessThanOrEqual(8);
  expect(hand.inputs).toBeLessThanOrEqual(5);

  const told = await post.letter(email, /rezerv|praš/i);
  expect(told.html).toContain(page.url().split('?')[0]);
  const [calendar] = told.attachments.filter(({ mimeType }) => mimeType === 'text/calendar');
  expect(new TextDecoder().decode(calendar?.content as ArrayBuffer)).toMatch(/BEGIN:VEVENT[\s\S]*UID:/);
  expect(post.to(email).filter(({ subject }) => subject === told.subject)).toHaveLength(1);
  await ona.context.close();
}, 180_000);
