import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, accountsOf, told } from '../../../../test/accounts.ts';
import { type Browser, inBrowser, newestEmail, tokenOf } from '../../../../test/email-codes.ts';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { signInUnconfirmed, signUpAndIn } from '../../../../test/factories/signing-in.ts';
import { statementsOf } from '../../../../test/statements.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { newId } from '../../../shared/ids/ids.ts';

let world: World;
let accounts: Accounts;
beforeAll(async () => {
  world = await embeddedWorld();
  accounts = await accountsOf(world);
});
afterAll(async () => {
  await accounts.close();
  await world.close();
});

const password = 'medis kūnas upė';
const stranger = { name: 'Svetimas', password: 'svetimo slaptažodis' };
const newEmail = () => `${newId()}@example.org`;
const ask = (browser: Browser, path: string, body: object) => inBrowser(accounts, browser, path, body);
const begin = async (path: 'sign-up' | 'sign-in', body: { email: string }) => {
  const browser = { cookie: '' };
  await ask(browser, path, body);
  return { browser, mail: await newestEmail(accounts, body.email) };
};
const isValid = async (email: string, chosen: string) =>
  (await accounts.post('/sign-in/email', { email, password: chosen })).ok;
const peopleOf = (email: string) =>
  rowsOf(world.em()).selectFrom('person').select(['id', 'name', 'email_verified']).where('email', '=', email).execute();
const emailOf = async (cookie: string) =>
  (await accounts.ask<{ me: { email: string } | null }>(cookie, '{ me { email } }')).data?.me?.email;
const withSecondStep = (personId: string) =>
  rowsOf(world.em()).updateTable('person').set({ two_factor_enabled: true }).where('id', '=', personId).execute();

describe('the owner of an account who signs up again', () => {
  test('comes in by the code; name and password stay', async () => {
    const { email, password: own, personId } = await signUpAndIn(accounts, { name: 'Ona Onaitė' });
    const { browser, mail } = await begin('sign-up', { ...stranger, email });
    expect(mail.text).toContain('Paskyrą jau turite');
    expect(mail.text).not.toContain(stranger.name);
    expect(await ask(browser, 'enter', mail)).toMatchObject({ status: 200, isNew: false });
    expect(await emailOf(browser.cookie)).toBe(email);
    expect(await peopleOf(email)).toEqual([{ id: personId, name: 'Ona Onaitė', email_verified: true }]);
    expect([await isValid(email, own), await isValid(email, stranger.password)]).toEqual([true, false]);
  });

  test('and has a second step is told to sign in as usual, and nobody comes in by a code', async () => {
    const { email, personId } = await signUpAndIn(accounts);
    await withSecondStep(personId);
    for (const path of ['sign-up', 'sign-in'] as const) {
      const { mail } = await begin(path, { ...stranger, email });
      expect(mail.subject).toBe('Prisijunkite kaip įprasta');
      expect([mail.code, mail.link]).toEqual(['', 'https://talka.example/lt/sign-in']);
    }
  });

  test('and set up a second step since the letter is not let past it', async () => {
    const { email, personId } = await signUpAndIn(accounts);
    const { browser, mail } = await begin('sign-in', { email });
    await withSecondStep(personId);
    expect(await ask(browser, 'enter', mail)).toMatchObject({ status: 400, code: 'INVALID_EMAIL_CODE' });
    expect(await emailOf(browser.cookie)).toBeUndefined();
  });
});

describe('a link', () => {
  test('followed on another device leads on, and leaves out the password that who knows whom typed', async () => {
    const email = newEmail();
    const { mail } = await begin('sign-up', { ...stranger, email, ...{ next: '/lt/equipment/7' } });
    const phone = { cookie: '' };
    const opened = await (await accounts.get(`/email-code/pending?token=${tokenOf(mail)}`)).json();
    expect(opened).toMatchObject({ pending: { email, name: stranger.name, isNew: true, losesPassword: true } });
    expect(await peopleOf(email)).toEqual([]);
    expect(await ask(phone, 'follow', { token: tokenOf(mail) })).toEqual({
      status: 200,
      next: '/lt/equipment/7',
      isNew: true,
    });
    expect(await emailOf(phone.cookie)).toBe(email);
    expect(await isValid(email, stranger.password)).toBe(false);
  });

  test('followed where it was asked for keeps the password', async () => {
    const email = newEmail();
    const { browser, mail } = await begin('sign-up', { ...stranger, email });
    const query = `?token=${tokenOf(mail)}`;
    const opened = await (await accounts.get(`/email-code/pending${query}`, browser)).json();
    expect(opened).toMatchObject({ pending: { losesPassword: false } });
    expect(await ask(browser, 'follow', { token: tokenOf(mail) })).toMatchObject({ status: 200 });
    expect(await isValid(email, stranger.password)).toBe(true);
  });
});

describe('an account whose address nobody confirmed', () => {
  test('is the owner’s by the code: whatever was chosen or opened before ends, rights stay', async () => {
    const before = await signInUnconfirmed(accounts, stranger);
    const { email, personId } = before;
    const centreId = await makeCentre(world);
    await makeMembership(world, { personId, centreId });
    const { browser, mail } = await begin('sign-up', { ...{ name: 'Ona', password }, email });
    expect(mail.text).not.toContain('Paskyrą jau turite');
    expect(await ask(browser, 'enter', mail)).toMatchObject({ status: 200, isNew: false });
    expect(await peopleOf(email)).toEqual([{ id: personId, name: 'Ona', email_verified: true }]);
    expect(await emailOf(before.cookie)).toBeUndefined();
    expect([await isValid(email, stranger.password), await isValid(email, password)]).toEqual([false, true]);
    const rights = rowsOf(world.em()).selectFrom('membership').select('id').where('person_id', '=', personId);
    expect(await rights.execute()).toHaveLength(1);
  });

  test('keeps its name where the owner signs in by code', async () => {
    const { email, cookie } = await signInUnconfirmed(accounts, { name: 'Ona Onaitė' });
    const { browser, mail } = await begin('sign-in', { email });
    expect(await ask(browser, 'enter', mail)).toMatchObject({ status: 200 });
    expect(await peopleOf(email)).toMatchObject([{ name: 'Ona Onaitė', email_verified: true }]);
    expect([await emailOf(cookie), await emailOf(browser.cookie)]).toEqual([undefined, email]);
  });

  test('is as it was while a stranger only asks for a code', async () => {
    const own = await signInUnconfirmed(accounts, { name: 'Ona' });
    const before = await peopleOf(own.email);
    await begin('sign-up', { ...stranger, email: own.email });
    expect(await peopleOf(own.email)).toEqual(before);
    expect([await emailOf(own.cookie), await isValid(own.email, own.password)]).toEqual([own.email, true]);
  });
});

test('an account that begins while another sign-up of its address waits is not made twice', async () => {
  const email = newEmail();
  const first = await begin('sign-up', { ...{ name: 'Ona', password }, email });
  const second = await begin('sign-up', { ...stranger, email });
  expect(await ask(first.browser, 'enter', first.mail)).toMatchObject({ isNew: true });
  expect(await ask(second.browser, 'enter', second.mail)).toMatchObject({ status: 200, isNew: false });
  expect(await peopleOf(email)).toMatchObject([{ name: 'Ona' }]);
  expect([await isValid(email, password), await isValid(email, stranger.password)]).toEqual([true, false]);
});

test('a sign-in to an address without an account opens nothing, and says so to its owner alone', async () => {
  const email = newEmail();
  const { browser, mail } = await begin('sign-in', { email });
  expect([mail.subject, mail.code]).toEqual(['Šiuo adresu paskyros nėra', '']);
  expect(await ask(browser, 'enter', { code: '000000' })).toMatchObject({ code: 'INVALID_EMAIL_CODE' });
  expect(await peopleOf(email)).toEqual([]);
});

test('a new account has no rights beyond its own, whatever the sign-up asks for', async () => {
  const email = newEmail();
  const { browser, mail } = await begin('sign-up', { ...stranger, email, ...{ operator: true, demonstration: true } });
  await ask(browser, 'enter', mail);
  const { data } = await accounts.ask(browser.cookie, '{ me { emailVerified operator } }');
  expect(data).toEqual({ me: { emailVerified: true, operator: false } });
});

describe('a known and an unknown address', () => {
  const kinds = {
    known: async () => (await signUpAndIn(accounts)).email,
    unconfirmed: async () => (await signInUnconfirmed(accounts)).email,
    secured: async () => {
      const email = newEmail();
      await withSecondStep(await makePerson(world, { email }));
      return email;
    },
  };

  test.each(['known', 'unconfirmed', 'secured'] as const)(
    'get the same answer, by the same work, where it is %s',
    async (kind) => {
      const email = await kinds[kind]();
      const onTables = (sql: string) => /"(email_code|person)"/.test(sql);
      for (const path of ['sign-up', 'sign-in']) {
        const answers: object[] = [];
        const work = async (address: string) => {
          const body = { name: 'Kita Ona', password, locale: 'en', email: address };
          const statements = await statementsOf(world, async () => {
            answers.push(await told(await accounts.post(`/email-code/${path}`, body)));
          });
          return statements.filter(onTables);
        };
        expect(await work(email.toUpperCase())).toEqual(await work(newEmail()));
        expect(answers[0]).toEqual(answers[1]);
        expect(answers[0]).toMatchObject({ status: 200 });
      }
    },
  );

  test.each([
    ['no name', { name: ' ' }],
    ['a name of 121 characters', { name: 'ž'.repeat(121) }],
    ['a name that is a number', { name: 7 }],
    ['a password of 9 characters', { password: '123456789' }],
    ['a password of 129 characters', { password: 'x'.repeat(129) }],
    ['NUL in a text', { password: `${password}\0` }],
  ])('get the same refusal of a sign-up with %s', async (_, wrong) => {
    const email = await kinds.known();
    const body = { name: 'Ona', password, ...wrong };
    const known = await told(await accounts.post('/email-code/sign-up', { ...body, email }));
    const unknown = await told(await accounts.post('/email-code/sign-up', { ...body, email: `x${email}` }));
    expect(known).toEqual(unknown);
    expect(known.status).toBe(400);
    expect(await accounts.emailsTo(`x${email}`)).toEqual([]);
  });

  test.each(['', 'ona', 'ona@', `${'a'.repeat(60)}@${'b.'.repeat(120)}example.org`])(
    'the address %j is refused in words',
    async (email) => {
      const answer = await accounts.post('/email-code/sign-up', { name: 'Ona', email });
      expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'INVALID_EMAIL' }]);
    },
  );
});
