import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, accountsOf, cookieOf } from '../../test/accounts.ts';
import { signUpAndIn } from '../../test/factories/identity.ts';
import { embeddedWorld, hasPostgres, postgresWorld, type World } from '../../test/world.ts';
import { rowsOf } from '../database.ts';

let world: World;
let accounts: Accounts;
beforeAll(async () => {
  world = (await hasPostgres()) ? await postgresWorld() : await embeddedWorld();
  accounts = await accountsOf(world);
});
afterAll(async () => {
  await accounts.close();
  await world.close();
});

const password = 'medis kūnas upė';

test('somebody signs up, confirms the address from the letter and is signed in', async () => {
  const email = 'saule@example.org';
  const signUp = await accounts.post(
    '/sign-up/email',
    { name: '  Saulė   Vaitkutė ', email: 'Saule@Example.org', password, callbackURL: '/lt/verify-email?done' },
    { language: 'lt' },
  );
  expect(signUp.status).toBe(200);

  const letters = await accounts.lettersTo(email);
  expect(letters).toHaveLength(1);
  expect(letters[0]?.subject).toBe('Patvirtinkite el. pašto adresą');
  expect(letters[0]?.text).toContain('Sveiki, Saulė Vaitkutė,');

  const confirmed = await accounts.open(letters[0]?.link ?? '');
  expect(confirmed.status).toBe(302);
  expect(confirmed.headers.get('location')).toBe('/lt/verify-email?done');
  const { data } = await accounts.ask(cookieOf(confirmed), '{ me { email emailVerified locale person { name } } }');
  expect(data).toEqual({ me: { email, emailVerified: true, locale: 'LT', person: { name: 'Saulė Vaitkutė' } } });
});

describe('before the address is confirmed', () => {
  test('a person may sign in and look, not act', async () => {
    const { cookie } = await signUpAndIn(accounts, { verified: false });
    expect((await accounts.ask(cookie, '{ me { emailVerified } }')).data).toEqual({ me: { emailVerified: false } });
    expect((await accounts.ask(cookie, 'mutation { actFor { email } }')).code).toBe('EMAIL_NOT_VERIFIED');
  });

  test('the letter can be asked for again', async () => {
    const { email, cookie } = await signUpAndIn(accounts, { verified: false });
    const again = await accounts.post('/send-verification-email', { email }, { cookie });
    expect(again.status).toBe(200);
    const [, second] = await accounts.lettersTo(email);
    await accounts.open(second?.link ?? '');
    expect((await accounts.ask(cookie, '{ me { emailVerified } }')).data).toEqual({ me: { emailVerified: true } });
  });

  test('a link that was tampered with confirms nothing', async () => {
    const { email, cookie } = await signUpAndIn(accounts, { verified: false });
    const [letter] = await accounts.lettersTo(email);
    const link = new URL(letter?.link ?? '');
    link.searchParams.set('token', `${link.searchParams.get('token')}x`);
    const answer = await accounts.open(link.href);
    expect(answer.headers.get('location')).toContain('error=INVALID_TOKEN');
    expect(cookieOf(answer)).toBe('');
    expect((await accounts.ask(cookie, '{ me { emailVerified } }')).data).toEqual({ me: { emailVerified: false } });
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

  test('get the same answer to a sign-up, and the owner a letter that they have an account', async () => {
    const { email, personId } = await signUpAndIn(accounts, { name: 'Ona Onaitė' });
    const body = { name: 'Kita Ona', password: 'visai kitas slaptažodis', locale: 'en' };
    const known = await told(await accounts.post('/sign-up/email', { ...body, email: email.toUpperCase() }));
    const unknown = await told(await accounts.post('/sign-up/email', { ...body, email: 'nauja@example.org' }));
    expect(known).toEqual(unknown);
    expect(known.status).toBe(200);

    const letter = (await accounts.lettersTo(email)).at(-1);
    expect(letter?.subject).toBe('Paskyrą jau turite');
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
    expect(await accounts.lettersTo(`x${email}`)).toEqual([]);
  });

  test('get the same answer to a wrong password', async () => {
    const { email } = await signUpAndIn(accounts);
    const known = await told(await accounts.post('/sign-in/email', { email, password: 'ne tas slaptažodis' }));
    const unknown = await told(await accounts.post('/sign-in/email', { email: `x${email}`, password }));
    expect(known).toEqual(unknown);
    expect(known.status).toBe(401);
  });

  test('get the same answer when a new password or a new letter is asked for', async () => {
    const { email } = await signUpAndIn(accounts, { verified: false });
    for (const path of ['/request-password-reset', '/send-verification-email']) {
      const known = await told(await accounts.post(path, { email }));
      const unknown = await told(await accounts.post(path, { email: `x${email}` }));
      expect(known).toEqual(unknown);
      expect(known.status).toBe(200);
    }
    expect(await accounts.lettersTo(email)).toHaveLength(3);
    expect(await accounts.lettersTo(`x${email}`)).toEqual([]);
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

test('nobody fills a mailbox: five letters of a kind in an hour, whoever asks', async () => {
  const { email } = await signUpAndIn(accounts);
  for (let time = 1; time <= 7; time += 1) {
    const answer = await accounts.post('/request-password-reset', { email });
    expect(answer.status).toBe(200);
  }
  const resets = (await accounts.lettersTo(email)).filter(({ subject }) => subject === 'Susikurkite naują slaptažodį');
  expect(resets).toHaveLength(5);
});
