import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Accounts, accountsOf } from '../../../../test/accounts.ts';
import { defaultNow } from '../../../../test/clock.ts';
import { type Browser, inBrowser, newestEmail, tokenOf, wrongCode } from '../../../../test/email-codes.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { codeMinutes, pendingMinutes, wrongCodes } from './email-code.rules.ts';

let world: World;
let accounts: Accounts;
let email: string;
beforeAll(async () => {
  world = await embeddedWorld();
  accounts = await accountsOf(world);
});
beforeEach(() => {
  world.now = defaultNow;
  email = `${newId()}@example.org`;
});
afterAll(async () => {
  await accounts.close();
  await world.close();
});

const name = 'Saulė Vaitkutė';
const password = 'medis kūnas upė';
const next = '/lt/equipment/1?from=15:00&to=16:00';
const ask = (browser: Browser, path: string, body: object) => inBrowser(accounts, browser, path, body);
const letter = () => newestEmail(accounts, email);
const me = async ({ cookie }: Browser) =>
  (await accounts.ask<{ me: unknown }>(cookie, '{ me { email emailVerified locale person { name } } }')).data?.me;
const waiting = async ({ cookie }: Browser, query = '') =>
  ((await (await accounts.get(`/email-code/pending${query}`, { cookie })).json()) as { pending: object | null })
    .pending;
const minutesLater = (minutes: number) => {
  world.now = new Date(world.now.getTime() + minutes * 60_000);
};
const peopleOf = () => rowsOf(world.em()).selectFrom('person').select('id').where('email', '=', email).execute();

/** A browser in which somebody signs up and waits for the code. */
async function signingUp(given: object = {}): Promise<Browser> {
  const browser = { cookie: '' };
  const answer = await ask(browser, 'sign-up', { name, email, next, ...given });
  expect(answer).toEqual({ status: 200, sent: true });
  return browser;
}

describe('somebody who signs up', () => {
  test('has no account and no session before the code, and both with it, there where they wanted to go', async () => {
    const typed = { name: '  Saulė   Vaitkutė ', email: email.toUpperCase(), password, locale: 'lt' };
    const browser = await signingUp(typed);
    expect([await peopleOf(), await me(browser)]).toEqual([[], null]);
    expect(await waiting(browser)).toMatchObject({ email, purpose: 'sign-up', next });

    const { code, subject, text, link } = await letter();
    expect(subject).toBe(`${code} – jūsų Talkos kodas`);
    expect(text).toContain('15 minučių');
    expect(text).not.toContain('Saulė');
    expect(link).toMatch(/^https:\/\/talka\.example\/lt\/sign-up\/code\?token=[\w-]{43}$/);
    expect(await ask(browser, 'enter', { code: ` ${code.slice(0, 3)} ${code.slice(3)}` })).toEqual({
      status: 200,
      next,
      isNew: true,
    });
    expect(await me(browser)).toEqual({ email, emailVerified: true, locale: 'LT', person: { name } });
    expect((await accounts.post('/sign-in/email', { email, password })).status).toBe(200);
  });

  test('need choose no password, and signs in by code the next time', async () => {
    const browser = await signingUp({ password: '', locale: 'en' });
    const first = await letter();
    expect(first.subject).toBe(`${first.code} is your Talka code`);
    await ask(browser, 'enter', first);
    expect((await accounts.post('/sign-in/email', { email, password: '' })).status).not.toBe(200);
    const later = { cookie: '' };
    await ask(later, 'sign-in', { email, next: '/en/bookings' });
    expect(await ask(later, 'enter', await letter())).toEqual({ status: 200, next: '/en/bookings', isNew: false });
    expect(await me(later)).toMatchObject({ email, locale: 'EN' });
  });

  test('may correct the address and ask for another code; the one before ends', async () => {
    const browser = await signingUp();
    const first = await letter();
    const mistyped = email;
    email = `x${email}`;
    expect(await ask(browser, 'send-again', { email })).toEqual({ status: 200, sent: true });
    expect(await ask(browser, 'enter', first)).toMatchObject({ code: 'INVALID_EMAIL_CODE' });
    expect(await ask({ cookie: '' }, 'follow', { token: tokenOf(first) })).toMatchObject({
      code: 'INVALID_EMAIL_CODE',
    });
    expect(await ask(browser, 'enter', await letter())).toMatchObject({ status: 200, isNew: true });
    expect(await me(browser)).toMatchObject({ email });
    email = mistyped;
    expect(await peopleOf()).toEqual([]);
  });

  test('is led nowhere but to our own pages', async () => {
    for (const away of [
      'https://elsewhere.example/',
      '//elsewhere.example',
      '/..//elsewhere.example',
      'x'.repeat(3000),
    ]) {
      email = `${newId()}@example.org`;
      const browser = await signingUp({ next: away });
      expect(await ask(browser, 'enter', await letter())).toMatchObject({ status: 200, next: null });
    }
  });
});

describe('a code', () => {
  test('is worth nothing after six wrong ones, also tried at the same moment', async () => {
    const browser = await signingUp();
    const { code } = await letter();
    const wrong = { code: wrongCode(code) };
    const answers = await Promise.all(Array.from({ length: wrongCodes + 2 }, () => ask(browser, 'enter', wrong)));
    const told = answers.map((answer) => answer.code).sort();
    expect(told.filter((each) => each === 'INVALID_EMAIL_CODE')).toHaveLength(wrongCodes - 1);
    expect(told.filter((each) => each === 'EMAIL_CODE_USED_UP')).toHaveLength(3);
    expect(await ask(browser, 'enter', { code })).toMatchObject({ status: 403, code: 'EMAIL_CODE_USED_UP' });
    expect(await peopleOf()).toEqual([]);
    await ask(browser, 'send-again', {});
    expect(await ask(browser, 'enter', await letter())).toMatchObject({ status: 200 });
  });

  test('that cannot be one costs no attempt', async () => {
    const browser = await signingUp();
    for (let time = 1; time <= wrongCodes; time += 1) {
      expect(await ask(browser, 'enter', { code: '12345' })).toMatchObject({ code: 'INVALID_EMAIL_CODE' });
    }
    expect(await ask(browser, 'enter', await letter())).toMatchObject({ status: 200 });
  });

  test('works once, and so does its link', async () => {
    const browser = await signingUp();
    const used = await letter();
    const again = { ...browser };
    expect(await ask(browser, 'enter', used)).toMatchObject({ status: 200 });
    expect(await ask(again, 'enter', used)).toMatchObject({ status: 400, code: 'NO_EMAIL_CODE' });
    expect(await ask(again, 'follow', { token: tokenOf(used) })).toMatchObject({ code: 'INVALID_EMAIL_CODE' });
  });

  test('entered twice at the same moment lets one in', async () => {
    const browser = await signingUp();
    const { code } = await letter();
    const both = await Promise.all([ask({ ...browser }, 'enter', { code }), ask({ ...browser }, 'enter', { code })]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await peopleOf()).toHaveLength(1);
  });

  test('of another browser, or of another address, lets nobody in', async () => {
    const owner = await signingUp();
    const own = await letter();
    const stranger = await signingUp({ name: 'Svetimas' });
    expect(await ask(stranger, 'enter', own)).toMatchObject({ code: 'INVALID_EMAIL_CODE' });
    email = `${newId()}@example.org`;
    const other = await signingUp();
    expect(await ask(other, 'enter', own)).toMatchObject({ code: 'INVALID_EMAIL_CODE' });
    expect(await ask({ cookie: '' }, 'enter', own)).toMatchObject({ code: 'NO_EMAIL_CODE' });
    expect(await ask(owner, 'enter', own)).toMatchObject({ status: 200, isNew: true });
  });

  test('and its link end after a quarter of an hour; another one may be asked for', async () => {
    const browser = await signingUp();
    const late = await letter();
    minutesLater(codeMinutes);
    expect(await ask(browser, 'enter', late)).toMatchObject({ status: 400, code: 'EMAIL_CODE_EXPIRED' });
    expect(await ask(browser, 'follow', { token: tokenOf(late) })).toMatchObject({ code: 'EMAIL_CODE_EXPIRED' });
    await ask(browser, 'send-again', {});
    expect(await ask(browser, 'enter', await letter())).toMatchObject({ status: 200, next });
  });

  test('is forgotten with all that was typed when nobody asks for another', async () => {
    const browser = await signingUp();
    minutesLater(pendingMinutes);
    expect(await waiting(browser)).toBeNull();
    expect(await ask(browser, 'send-again', {})).toMatchObject({ code: 'NO_EMAIL_CODE' });
  });

  test('is kept as no copy of the database tells it', async () => {
    const browser = await signingUp({ password });
    const { code, ...mail } = await letter();
    const rows = await rowsOf(world.em()).selectFrom('email_code').selectAll().where('email', '=', email).execute();
    const kept = JSON.stringify(rows);
    for (const secret of [code, tokenOf(mail), password, browser.cookie.split('=')[1] ?? '']) {
      expect(kept).not.toContain(secret);
    }
  });
});

describe('the letters of an address', () => {
  const askFrom = (address: string) => ask({ cookie: '', address }, 'sign-up', { name, email });
  const refused = { status: 429, code: 'TOO_MANY_LETTERS' };

  test('are five an hour from one network, which keeps them from nobody elsewhere', async () => {
    for (let time = 1; time <= 5; time += 1) expect(await askFrom(`2001:db8::${time}`)).toMatchObject({ sent: true });
    for (let time = 6; time <= 30; time += 1) expect(await askFrom(`2001:db8::${time}`)).toMatchObject(refused);
    const owner = { cookie: '', address: '203.0.113.7' };
    await ask(owner, 'sign-up', { name, email });
    expect(await ask(owner, 'enter', await letter())).toMatchObject({ status: 200, isNew: true });
  });

  test('are twenty an hour from all networks, and all of them arrive', async () => {
    for (let time = 1; time <= 20; time += 1) await askFrom(`203.0.113.${time}`);
    expect(await askFrom('203.0.113.21')).toMatchObject(refused);
    expect(await accounts.emailsTo(email)).toHaveLength(20);
    minutesLater(60);
    expect(await askFrom('203.0.113.21')).toMatchObject({ sent: true });
  });
});

test('an address bears thirty codes a day, whoever asks; links go on working', async () => {
  for (let round = 1; round <= 5; round += 1) {
    const browser = await signingUp();
    const { code } = await letter();
    for (let time = 1; time <= wrongCodes; time += 1) await ask(browser, 'enter', { code: wrongCode(code) });
  }
  const browser = await signingUp();
  const mail = await letter();
  expect(await ask(browser, 'enter', mail)).toMatchObject({ status: 429, code: 'TOO_MANY_CODES' });
  expect(await ask(browser, 'follow', { token: tokenOf(mail) })).toMatchObject({ status: 200, isNew: true });
});
