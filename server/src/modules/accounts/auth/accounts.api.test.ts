import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, accountsOf, cookieOf } from '../../../../test/accounts.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makeMembership, signUpAndIn } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';

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

test('somebody signs up, signs in and confirms the address from the e-mail', async () => {
  const email = 'saule@example.org';
  const body = { name: '  Saulė   Vaitkutė ', email: 'Saule@Example.org', password };
  expect((await accounts.post('/sign-up/email', body, { language: 'lt' })).status).toBe(200);

  const mails = await accounts.emailsTo(email);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toBe('Patvirtinkite el. pašto adresą');
  expect(mails[0]?.text).toContain('Sveiki, Saulė Vaitkutė,');
  expect(mails[0]?.link).toMatch(/^https:\/\/talka\.example\/lt\/verify-email\?token=/);

  const cookie = cookieOf(await accounts.post('/sign-in/email', { email, password }));
  expect((await accounts.confirm(mails[0], { cookie })).status).toBe(200);
  const { data } = await accounts.ask(cookie, '{ me { email emailVerified locale person { name } } }');
  expect(data).toEqual({ me: { email, emailVerified: true, locale: 'LT', person: { name: 'Saulė Vaitkutė' } } });
});

describe('before the address is confirmed', () => {
  test('a person may sign in and look, not act', async () => {
    const { cookie } = await signUpAndIn(accounts, { verified: false });
    expect((await accounts.ask(cookie, '{ me { emailVerified } }')).data).toEqual({ me: { emailVerified: false } });
    expect((await accounts.ask(cookie, 'mutation { actFor { email } }')).code).toBe('EMAIL_NOT_VERIFIED');
  });

  test('the e-mail can be asked for again', async () => {
    const { email, cookie } = await signUpAndIn(accounts, { verified: false });
    const again = await accounts.post('/send-verification-email', { email }, { cookie });
    expect(again.status).toBe(200);
    const [, second] = await accounts.emailsTo(email);
    await accounts.confirm(second, { cookie });
    expect((await accounts.ask(cookie, '{ me { emailVerified } }')).data).toEqual({ me: { emailVerified: true } });
  });

  test('a link that was tampered with confirms nothing', async () => {
    const { email, cookie } = await signUpAndIn(accounts, { verified: false });
    const [mail] = await accounts.emailsTo(email);
    const answer = await accounts.confirm(mail && { ...mail, link: `${mail.link}x` }, { cookie });
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'INVALID_TOKEN' }]);
    expect((await accounts.ask(cookie, '{ me { emailVerified } }')).data).toEqual({ me: { emailVerified: false } });
  });
});

describe('somebody who signed up with the address of another', () => {
  const stranger = { name: 'Svetimas', password: 'svetimo slaptažodis' };
  const isValid = async (email: string, chosen: string) => {
    const answer = await accounts.post('/sign-in/email', { email, password: chosen });
    return answer.ok && ((await answer.json()) as { user: { emailVerified: boolean } }).user.emailVerified;
  };

  const peopleOf = (email: string) =>
    rowsOf(world.em()).selectFrom('person').selectAll().where('email', '=', email).execute();

  test('gains nothing when the owner follows the e-mail, signed in nowhere or elsewhere', async () => {
    const { email, cookie } = await signUpAndIn(accounts, { ...stranger, verified: false });
    const own = await signUpAndIn(accounts);
    const [mail] = await accounts.emailsTo(email);
    for (const asking of [{}, { cookie: own.cookie }]) {
      const answer = await accounts.confirm(mail, asking);
      expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'SIGN_IN_FIRST' }]);
    }
    expect((await accounts.ask(cookie, '{ me { emailVerified } }')).data).toEqual({ me: { emailVerified: false } });
  });

  test('is shut out when the owner chooses a password of their own', async () => {
    const { email, cookie } = await signUpAndIn(accounts, { ...stranger, verified: false });
    await accounts.post('/request-password-reset', { email });
    const token = new URL((await accounts.emailsTo(email)).at(-1)?.link ?? '').searchParams.get('token');
    await accounts.post('/reset-password', { token, newPassword: password });
    expect((await accounts.ask(cookie, '{ me { email } }')).data).toEqual({ me: null });
    expect(await isValid(email, stranger.password)).toBe(false);
    expect(await isValid(email, password)).toBe(true);
  });

  test('is shut out when the owner signs up as well and chooses a password by the e-mail that this brings', async () => {
    const { email, cookie, personId } = await signUpAndIn(accounts, { ...stranger, verified: false });
    await accounts.post('/sign-up/email', { name: 'Ona', email, password });
    const mail = (await accounts.emailsTo(email)).at(-1);
    expect(mail?.subject).toBe('Užbaikite registraciją');
    const token = new URL(mail?.link ?? '').searchParams.get('token');
    expect((await accounts.post('/reset-password', { token, newPassword: password })).status).toBe(200);
    expect((await accounts.ask(cookie, '{ me { email } }')).data).toEqual({ me: null });
    expect(await isValid(email, stranger.password)).toBe(false);
    expect(await isValid(email, password)).toBe(true);
    expect(await peopleOf(email)).toMatchObject([{ id: personId, email_verified: true }]);
  });

  test('costs the owner nothing who signed up first and has not confirmed yet', async () => {
    const own = await signUpAndIn(accounts, { name: 'Ona', verified: false });
    const before = await peopleOf(own.email);
    expect((await accounts.post('/sign-up/email', { ...stranger, email: own.email })).status).toBe(200);
    expect(await peopleOf(own.email)).toEqual(before);
    expect((await accounts.ask(own.cookie, '{ me { email } }')).data).toEqual({ me: { email: own.email } });
    expect(await isValid(own.email, stranger.password)).toBe(false);
    const [first, second] = await accounts.emailsTo(own.email);
    expect(second?.text).not.toContain('Svetimas');
    expect((await accounts.confirm(first, { cookie: own.cookie })).status).toBe(200);
    expect(await isValid(own.email, own.password)).toBe(true);
  });

  test('cannot undo what the owner confirmed', async () => {
    const { email, password: own } = await signUpAndIn(accounts);
    await accounts.post('/sign-up/email', { ...stranger, email });
    expect(await isValid(email, stranger.password)).toBe(false);
    expect(await isValid(email, own)).toBe(true);
  });

  test('does not cost the rights that a centre gave to the address', async () => {
    const { email, personId } = await signUpAndIn(accounts, { verified: false });
    await makeMembership(world, { personId, centreId: await makeCentre(world) });
    await accounts.post('/sign-up/email', { ...stranger, email });
    expect(
      await rowsOf(world.em()).selectFrom('membership').select('id').where('person_id', '=', personId).execute(),
    ).toHaveLength(1);
    expect(await isValid(email, stranger.password)).toBe(false);
  });
});

describe('a known and an unknown address', () => {
  /** Everything an answer tells, but for the values that differ by nature. */
  const told = async (response: Response) => {
    const body = await response.text();
    return {
      status: response.status,
      headers: [...response.headers.keys()].sort(),
      body: body.replace(/"(id|email|createdAt|updatedAt)":"[^"]*"/g, '"$1":…'),
    };
  };

  test('get the same answer to a sign-up where the known one is not confirmed', async () => {
    const { email } = await signUpAndIn(accounts, { verified: false });
    const body = { name: 'Kita Ona', password, locale: 'en' };
    const known = await told(await accounts.post('/sign-up/email', { ...body, email }));
    const unknown = await told(await accounts.post('/sign-up/email', { ...body, email: `x${email}` }));
    expect(known).toEqual(unknown);
    expect(known.status).toBe(200);
  });

  test('get the same answer to a sign-up, and the owner an e-mail that they have an account', async () => {
    const { email, personId } = await signUpAndIn(accounts, { name: 'Ona Onaitė' });
    const body = { name: 'Kita Ona', password: 'visai kitas slaptažodis', locale: 'en' };
    const known = await told(await accounts.post('/sign-up/email', { ...body, email: email.toUpperCase() }));
    const unknown = await told(await accounts.post('/sign-up/email', { ...body, email: 'nauja@example.org' }));
    expect(known).toEqual(unknown);
    expect(known.status).toBe(200);

    const mail = (await accounts.emailsTo(email)).at(-1);
    expect(mail?.subject).toBe('Paskyrą jau turite');
    const people = await rowsOf(world.em())
      .selectFrom('person')
      .select(['id', 'name'])
      .where('email', '=', email)
      .execute();
    expect(people).toEqual([{ id: personId, name: 'Ona Onaitė' }]);
  });

  test.each([
    ['no name', { name: ' ' }],
    ['a name of 121 characters', { name: 'ž'.repeat(121) }],
    ['a name that is a number', { name: 7 }],
    ['a picture', { image: 'https://example.org/a.png' }],
    ['a password of 9 characters', { password: '123456789' }],
    ['a password of 129 characters', { password: 'x'.repeat(129) }],
    ['NUL in a text', { password: `${password}\0` }],
  ])('get the same refusal of a sign-up with %s', async (_, wrong) => {
    const { email } = await signUpAndIn(accounts);
    const body = { name: 'Ona', password, ...wrong };
    const known = await told(await accounts.post('/sign-up/email', { ...body, email }));
    const unknown = await told(await accounts.post('/sign-up/email', { ...body, email: `x${email}` }));
    expect(known).toEqual(unknown);
    expect(known.status).toBe(400);
    expect(await accounts.emailsTo(`x${email}`)).toEqual([]);
  });

  test('get the same answer to a wrong password', async () => {
    const { email } = await signUpAndIn(accounts);
    const known = await told(await accounts.post('/sign-in/email', { email, password: 'ne tas slaptažodis' }));
    const unknown = await told(await accounts.post('/sign-in/email', { email: `x${email}`, password }));
    expect(known).toEqual(unknown);
    expect(known.status).toBe(401);
  });

  test('get the same answer when a new password or a new e-mail is asked for', async () => {
    const { email } = await signUpAndIn(accounts, { verified: false });
    for (const path of ['/request-password-reset', '/send-verification-email']) {
      const known = await told(await accounts.post(path, { email }));
      const unknown = await told(await accounts.post(path, { email: `x${email}` }));
      expect(known).toEqual(unknown);
      expect(known.status).toBe(200);
    }
    expect(await accounts.emailsTo(email)).toHaveLength(3);
    expect(await accounts.emailsTo(`x${email}`)).toEqual([]);
  });

  test('an address too long to be kept is refused in words', async () => {
    const email = `${'a'.repeat(60)}@${'b.'.repeat(120)}example.org`;
    const answer = await accounts.post('/sign-up/email', { name: 'Ona', email, password });
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'INVALID_EMAIL' }]);
  });
});

test('a new account has no rights beyond its own, whatever the sign-up asks for', async () => {
  const email = 'gudruolis@example.org';
  await accounts.post('/sign-up/email', { name: 'Gudruolis', email, password, emailVerified: true, operator: true });
  const cookie = cookieOf(await accounts.post('/sign-in/email', { email, password }));
  expect((await accounts.ask(cookie, '{ me { emailVerified operator } }')).data).toEqual({
    me: { emailVerified: false, operator: false },
  });
});

test('nobody fills a mailbox: five e-mails of a kind in an hour, whoever asks', async () => {
  const { email } = await signUpAndIn(accounts);
  for (let time = 1; time <= 7; time += 1) {
    const answer = await accounts.post('/request-password-reset', { email });
    expect(answer.status).toBe(200);
  }
  const resets = (await accounts.emailsTo(email)).filter(({ subject }) => subject === 'Susikurkite naują slaptažodį');
  expect(resets).toHaveLength(5);
});
