import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Accounts, accountsOf, cookieOf } from '../../test/accounts.ts';
import { embeddedWorld, type World } from '../../test/world.ts';

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
