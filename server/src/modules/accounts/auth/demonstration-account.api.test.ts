import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, accountsOf, cookieOf } from '../../../../test/accounts.ts';
import { signUpAndIn } from '../../../../test/factories/signing-in.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { clientAddressHeader } from '../../../platform/http/headers.ts';
import { authPath } from './auth-options.ts';

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

/** An account that many people sign in to with a password that stands in the README. */
async function shared() {
  const person = await signUpAndIn(accounts);
  const row = rowsOf(world.em()).updateTable('person').set({ demonstration: true });
  await row.where('id', '=', person.personId).execute();
  return person;
}
const told = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];
const refused = [403, 'DEMONSTRATION_ACCOUNT'];

describe('whoever tries an account of the demonstration', () => {
  test('cannot choose another password', async () => {
    const { email, password, cookie } = await shared();
    const body = { currentPassword: password, newPassword: 'tik mano slaptažodis', revokeOtherSessions: true };
    expect(await told(await accounts.post('/change-password', body, { cookie }))).toEqual(refused);
    expect((await accounts.post('/sign-in/email', { email, password })).status).toBe(200);
  });

  test('cannot ask the others for a second step', async () => {
    const { email, password, cookie } = await shared();
    expect(await told(await accounts.post('/two-factor/enable', { password }, { cookie }))).toEqual(refused);
    const again = cookieOf(await accounts.post('/sign-in/email', { email, password }));
    expect((await accounts.ask(again, '{ me { waysIn { secondFactor } } }')).data).toEqual({
      me: { waysIn: { secondFactor: false } },
    });
  });

  test('cannot leave a key of their own', async () => {
    const { cookie } = await shared();
    const headers = { cookie, [clientAddressHeader]: '198.51.100.1' };
    const path = `https://talka.example${authPath}/passkey/generate-register-options`;
    expect(await told(await accounts.handle(new Request(path, { headers })))).toEqual(refused);
    const answer = accounts.post('/passkey/verify-registration', { response: { id: 'x' } }, { cookie });
    expect(await told(await answer)).toEqual(refused);
  });
});

test('everybody else may do so', async () => {
  const { password, cookie } = await signUpAndIn(accounts);
  const changed = { currentPassword: password, newPassword: 'tik mano slaptažodis' };
  const answer = await accounts.post('/change-password', changed, { cookie });
  expect(answer.status).toBe(200);
  // The session is another one now.
  const asking = { cookie: cookieOf(answer) };
  expect((await accounts.post('/two-factor/enable', { password: changed.newPassword }, asking)).status).toBe(200);
});
