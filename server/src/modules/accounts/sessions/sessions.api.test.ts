import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, accountsOf, cookieOf } from '../../../../test/accounts.ts';
import { signUpAndIn } from '../../../../test/factories/signing-in.ts';
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

const isSignedIn = async (cookie: string) =>
  (await accounts.ask<{ me: unknown }>(cookie, '{ me { email } }')).data?.me !== null;
const rows = () => rowsOf(world.em());

describe('a session', () => {
  test('lasts thirty days and no longer', async () => {
    const { cookie, personId } = await signUpAndIn(accounts);
    const { sessionExpiresAt } = await accounts.authenticate(new Headers({ cookie }));
    const days = ((sessionExpiresAt?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThanOrEqual(30);

    await rows()
      .updateTable('session')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('person_id', '=', personId)
      .execute();
    expect(await isSignedIn(cookie)).toBe(false);
  });

  test('ends with signing out, for good', async () => {
    const { cookie } = await signUpAndIn(accounts);
    expect(await isSignedIn(cookie)).toBe(true);
    const answer = await accounts.post('/sign-out', {}, { cookie });
    expect(answer.status).toBe(200);
    expect(cookieOf(answer)).toBe('');
    expect(await isSignedIn(cookie)).toBe(false);
  });

  test('cannot be opened with what stands in the database', async () => {
    const { cookie, personId } = await signUpAndIn(accounts);
    const stored = await rows().selectFrom('session').select('token').where('person_id', '=', personId).execute();
    const signed = decodeURIComponent(cookie.split('=')[1] ?? '');
    const [token = ''] = signed.split('.');
    expect(token).toHaveLength(32);
    expect(stored.map((row) => row.token)).not.toContain(token);
    for (const { token: digest } of stored) {
      expect(await isSignedIn(cookie.replace(token, encodeURIComponent(String(digest))))).toBe(false);
    }
  });

  test.each<[string, (name: string, token: string, signature: string) => string]>([
    ['another signature', (name, token, signature) => `${name}=${token}.AAAAAAA${signature.slice(7)}`],
    ['a signature cut short', (name, token, signature) => `${name}=${token}.${signature.slice(0, -8)}`],
    ['another token', (name, token, signature) => `${name}=${token.slice(1)}${token[0]}x.${signature}`],
    ['a longer token', (name, token, signature) => `${name}=k${token}.${signature}`],
    ['no signature', (name, token) => `${name}=${token}`],
    ['an empty signature', (name, token) => `${name}=${token}.`],
    ['no token', (name, _token, signature) => `${name}=.${signature}`],
    ['another name', (name, token, signature) => `other.${name}=${token}.${signature}`],
    ['broken escapes', (name) => `${name}=%E0%A4%A.%ZZ`],
    ['nonsense', (name) => `${name}=nonsense`],
  ])('is not opened by a cookie with %s', async (_what, forge) => {
    const { cookie } = await signUpAndIn(accounts);
    const [, name = '', token = '', signature = ''] = /^([^=]+)=(\w+)\.(.+)$/.exec(cookie) ?? [];
    expect(await isSignedIn(`locale=lt; ${name}=${token}.${signature}; theme=dark`)).toBe(true);
    expect(await isSignedIn(forge(name, token, signature))).toBe(false);
  });

  test('ends with the account', async () => {
    const { cookie, personId } = await signUpAndIn(accounts);
    await rows().deleteFrom('person').where('id', '=', personId).execute();
    expect(await isSignedIn(cookie)).toBe(false);
  });

  test('of an earlier time is cleared away when its person signs in again', async () => {
    const { email, password, personId } = await signUpAndIn(accounts);
    await rows()
      .updateTable('session')
      .set({ expires_at: new Date(0) })
      .where('person_id', '=', personId)
      .execute();
    await accounts.post('/sign-in/email', { email, password });
    const kept = await rows().selectFrom('session').select('id').where('person_id', '=', personId).execute();
    expect(kept).toHaveLength(1);
  });
});

test('the cookie is for this host alone, kept from scripts and from other sites', async () => {
  const { email, password } = await signUpAndIn(accounts);
  const answer = await accounts.post('/sign-in/email', { email, password });
  const [cookie = ''] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-talka\.session_token=/);
  expect(cookie.split('; ').slice(1).sort()).toEqual([
    'HttpOnly',
    'Max-Age=2592000',
    'Path=/',
    'SameSite=Lax',
    'Secure',
  ]);
});

test('without https the cookie does without what only https allows', async () => {
  const plain = await accountsOf(world, 'http://localhost:4000');
  const { email, password } = await signUpAndIn(plain);
  const [cookie = ''] = (await plain.post('/sign-in/email', { email, password })).headers.getSetCookie();
  expect(cookie).toMatch(/^talka\.session_token=/);
  expect(cookie).not.toContain('Secure');
  await plain.close();
});

test('the language is the one asked for, else the person’s own, else ours', async () => {
  const { cookie } = await signUpAndIn(accounts);
  await accounts.ask(cookie, 'mutation { updateProfile(input: { locale: EN }) { email } }');
  const localeFor = async (headers: Record<string, string>) =>
    (await accounts.authenticate(new Headers(headers))).locale;
  expect(await localeFor({ cookie, 'accept-language': 'lt-LT,lt;q=0.9,en;q=0.5' })).toBe('lt');
  expect(await localeFor({ cookie })).toBe('en');
  expect(await localeFor({})).toBe('lt');
});

test('after ten failures from one network an address waits there, known or not; elsewhere it does not', async () => {
  const { email, password } = await signUpAndIn(accounts);
  const other = await signUpAndIn(accounts);
  const here = { address: '203.0.113.77' };
  for (const failing of [email, `x${email}`]) {
    for (let time = 1; time <= 10; time += 1) {
      const body = { email: failing.toUpperCase(), password: 'ne tas žodis' };
      expect((await accounts.post('/sign-in/email', body, here)).status).toBe(401);
    }
    const refused = await accounts.post('/sign-in/email', { email: failing, password }, here);
    expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'TOO_MANY_ATTEMPTS' }]);
  }
  expect((await accounts.post('/sign-in/email', other, here)).status).toBe(200);
  expect((await accounts.post('/sign-in/email', { email, password })).status).toBe(200);
});

test('one network address cannot try without end', async () => {
  const address = '203.0.113.9';
  const statuses = new Set<number>();
  for (let time = 1; time <= 31; time += 1) {
    const answer = await accounts.post('/sign-in/email', { email: `n${time}@example.org`, password: 'x' }, { address });
    statuses.add(answer.status);
    if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect([...statuses]).toEqual([401, 429]);
});
