import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, accountsOf, cookieOf, testOrigin } from '../../../../test/accounts.ts';
import { signInUnconfirmed, signUpAndIn } from '../../../../test/factories/signing-in.ts';
import { type OpenIdService, openIdService } from '../../../../test/open-id-service.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';

let world: World;
let accounts: Accounts;
let service: OpenIdService;
beforeAll(async () => {
  [world, service] = await Promise.all([embeddedWorld(), openIdService()]);
  accounts = await accountsOf(world, testOrigin, undefined, service);
});
afterAll(async () => {
  await accounts.close();
  await service.close();
  await world.close();
});

const ways = { provider: 'oidc', callbackURL: '/lt/bookings', errorCallbackURL: '/lt/sign-in' };

/** Signs in with the other service as the person there with this address. */
async function signInAs(email: string) {
  const asked = await accounts.post('/sign-in/social', ways);
  const { url } = (await asked.json()) as { url: string };
  const back = await service.visit(url, email);
  const headers = new Headers({ cookie: cookieOf(asked), origin: testOrigin });
  const answer = await accounts.handle(new Request(back, { headers }));
  return { asked: new URL(url), location: answer.headers.get('location'), cookie: cookieOf(answer) };
}
const me = async (cookie: string) =>
  (await accounts.ask(cookie, '{ me { email emailVerified person { id name } waysIn { hasPassword } } }')).data?.me;

describe('with an account of another service', () => {
  test('a newcomer comes in, by a code bound to this browser, and again later', async () => {
    const { asked, location, cookie } = await signInAs('ona@kitur.example');
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
    expect(asked.searchParams.get('nonce')).toBeTruthy();
    expect(location).toBe('/lt/bookings');
    const first = await me(cookie);
    expect(first).toMatchObject({
      email: 'ona@kitur.example',
      emailVerified: true,
      person: { name: 'Ona Kitur' },
      waysIn: { hasPassword: false },
    });
    expect(await me((await signInAs('ona@kitur.example')).cookie)).toEqual(first);
  });

  test('somebody known by the same confirmed address comes into the account they have', async () => {
    const own = await signUpAndIn(accounts, { name: 'Ona Čia' });
    const { cookie } = await signInAs(own.email);
    expect(await me(cookie)).toMatchObject({ person: { id: own.personId, name: 'Ona Čia' } });
    expect((await accounts.post('/sign-in/email', own)).status).toBe(200);
  });

  test('an address that the other service did not confirm opens nothing', async () => {
    const owner = await signUpAndIn(accounts, { email: 'unconfirmed-known@example.org' });
    for (const email of [owner.email, 'unconfirmed-new@example.org']) {
      const { location, cookie } = await signInAs(email);
      expect(location).toMatch(/^\/lt\/sign-in\?error=/);
      expect(await me(cookie)).toBeNull();
    }
    const people = rowsOf(world.em())
      .selectFrom('person')
      .select('id')
      .where('email', '=', 'unconfirmed-new@example.org');
    expect(await people.execute()).toEqual([]);
  });

  test('a stranger who signed up here with the address before is shut out', async () => {
    const stranger = await signInUnconfirmed(accounts, { email: 'ieva@kitur.example' });
    const { cookie } = await signInAs(stranger.email);
    expect(await me(cookie)).toMatchObject({
      email: stranger.email,
      emailVerified: true,
      person: { id: stranger.personId, name: 'Ona Kitur' },
      waysIn: { hasPassword: false },
    });
    expect(await me(stranger.cookie)).toBeNull();
    expect((await accounts.post('/sign-in/email', stranger)).status).toBe(401);
  });
});

test('the way back works only in the browser that set out, and once', async () => {
  const asked = await accounts.post('/sign-in/social', ways);
  const { url } = (await asked.json()) as { url: string };
  const back = await service.visit(url, 'ona@kitur.example');
  const from = (cookie: string) => accounts.handle(new Request(back, { headers: { cookie, origin: testOrigin } }));
  expect(await me(cookieOf(await from('')))).toBeNull();
  expect(await me(cookieOf(await from(cookieOf(asked))))).not.toBeNull();
  expect(await me(cookieOf(await from(cookieOf(asked))))).toBeNull();
});

test('tokens of the other service are not kept', async () => {
  await signInAs('tokens@kitur.example');
  const rows = await rowsOf(world.em()).selectFrom('account').selectAll().where('provider_id', '=', 'oidc').execute();
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toMatchObject({ access_token: null, refresh_token: null, id_token: null });
});

test.each([
  ['another site to come back to', { ...ways, callbackURL: 'https://elsewhere.example/' }, 403],
  ['another site in the guise of a path', { ...ways, errorCallbackURL: '/..//elsewhere.example' }, 403],
  ['a token from elsewhere', { ...ways, idToken: { token: 'x' } }, 400],
  ['a provider that nobody named', { ...ways, provider: 'github' }, 404],
])('%s is refused', async (_, body, status) => {
  expect((await accounts.post('/sign-in/social', body)).status).toBe(status);
});
