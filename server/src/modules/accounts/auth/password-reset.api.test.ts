import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Accounts, accountsOf } from '../../../../test/accounts.ts';
import { signInUnconfirmed, signUpAndIn } from '../../../../test/factories/signing-in.ts';
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

const newPassword = 'naujas geras slaptažodis';
const me = '{ me { emailVerified } }';

/** Asks for a new password and takes the token from the e-mail. */
async function tokenFor(email: string): Promise<string> {
  await accounts.post('/request-password-reset', { email });
  const mail = (await accounts.emailsTo(email)).at(-1);
  expect(mail?.link).toMatch(/^https:\/\/talka\.example\/lt\/reset-password\?token=\w+$/);
  return new URL(mail?.link ?? '').searchParams.get('token') ?? '';
}

test('a new password replaces the old one and ends every session', async () => {
  const { email, password, cookie } = await signUpAndIn(accounts);
  const token = await tokenFor(email);
  expect((await accounts.post('/reset-password', { token, newPassword })).status).toBe(200);

  expect((await accounts.ask(cookie, me)).data).toEqual({ me: null });
  expect((await accounts.post('/sign-in/email', { email, password })).status).toBe(401);
  expect((await accounts.post('/sign-in/email', { email, password: newPassword })).status).toBe(200);
});

test('a link works once', async () => {
  const { email } = await signUpAndIn(accounts);
  const token = await tokenFor(email);
  await accounts.post('/reset-password', { token, newPassword });
  const again = await accounts.post('/reset-password', { token, newPassword: 'dar vienas slaptažodis' });
  expect([again.status, await again.json()]).toMatchObject([400, { code: 'INVALID_TOKEN' }]);
  expect((await accounts.post('/sign-in/email', { email, password: newPassword })).status).toBe(200);
});

test('a link older than an hour changes nothing', async () => {
  const { email, password } = await signUpAndIn(accounts);
  const token = await tokenFor(email);
  const past = { expires_at: new Date(Date.now() - 1000) };
  await rowsOf(world.em()).updateTable('verification').set(past).execute();
  const late = await accounts.post('/reset-password', { token, newPassword });
  expect([late.status, await late.json()]).toMatchObject([400, { code: 'INVALID_TOKEN' }]);
  expect((await accounts.post('/sign-in/email', { email, password })).status).toBe(200);
});

test('the database does not hold the token itself', async () => {
  const { email } = await signUpAndIn(accounts);
  const token = await tokenFor(email);
  const rows = await rowsOf(world.em()).selectFrom('verification').selectAll().execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('a password too short is refused, and the link stays good', async () => {
  const { email } = await signUpAndIn(accounts);
  const token = await tokenFor(email);
  const short = await accounts.post('/reset-password', { token, newPassword: 'trumpas' });
  expect([short.status, await short.json()]).toMatchObject([400, { code: 'PASSWORD_TOO_SHORT' }]);
  expect((await accounts.post('/reset-password', { token, newPassword })).status).toBe(200);
});

test('whoever follows the link has shown that the mailbox is theirs', async () => {
  const { email, cookie } = await signInUnconfirmed(accounts);
  expect((await accounts.ask(cookie, me)).data).toEqual({ me: { emailVerified: false } });
  await accounts.post('/reset-password', { token: await tokenFor(email), newPassword });
  const again = await accounts.post('/sign-in/email', { email, password: newPassword });
  expect(await again.json()).toMatchObject({ user: { emailVerified: true } });
});

test.each(['nothing-like-it', 'a\0b', ''])('the token %j is refused', async (token) => {
  const answer = await accounts.post('/reset-password', { token, newPassword });
  expect(answer.status).toBe(400);
});

test('a sign-up that broke off before the password was kept is completed by choosing one', async () => {
  const { email, password, personId } = await signUpAndIn(accounts);
  await rowsOf(world.em()).deleteFrom('account').where('person_id', '=', personId).execute();
  expect((await accounts.post('/sign-in/email', { email, password })).status).toBe(401);
  await accounts.post('/reset-password', { token: await tokenFor(email), newPassword });
  expect((await accounts.post('/sign-in/email', { email, password: newPassword })).status).toBe(200);
});
