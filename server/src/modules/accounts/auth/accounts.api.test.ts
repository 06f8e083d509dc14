import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, accountsOf, told } from '../../../../test/accounts.ts';
import { signInUnconfirmed, signUpAndIn } from '../../../../test/factories/signing-in.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';

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

describe('before the address is confirmed', () => {
  test('a person may sign in and look, not act', async () => {
    const { cookie } = await signInUnconfirmed(accounts);
    expect((await accounts.ask(cookie, '{ me { emailVerified } }')).data).toEqual({ me: { emailVerified: false } });
    expect((await accounts.ask(cookie, 'mutation { actFor { email } }')).code).toBe('EMAIL_NOT_VERIFIED');
  });

  test('the e-mail can be asked for again', async () => {
    const { email, cookie } = await signInUnconfirmed(accounts);
    const again = await accounts.post('/send-verification-email', { email }, { cookie });
    expect(again.status).toBe(200);
    const [, second] = await accounts.emailsTo(email);
    await accounts.confirm(second, { cookie });
    expect((await accounts.ask(cookie, '{ me { emailVerified } }')).data).toEqual({ me: { emailVerified: true } });
  });

  test('a link that was tampered with confirms nothing', async () => {
    const { email, cookie } = await signInUnconfirmed(accounts);
    const [mail] = await accounts.emailsTo(email);
    const tampered = mail && { ...mail, link: mail.link.replace(/token=[^&]+/, '$&x') };
    const answer = await accounts.confirm(tampered, { cookie });
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

  test('gains nothing when the owner follows the e-mail, signed in nowhere or elsewhere', async () => {
    const { email, cookie } = await signInUnconfirmed(accounts, stranger);
    const own = await signUpAndIn(accounts);
    const [mail] = await accounts.emailsTo(email);
    for (const asking of [{}, { cookie: own.cookie }]) {
      const answer = await accounts.confirm(mail, asking);
      expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'SIGN_IN_FIRST' }]);
    }
    expect((await accounts.ask(cookie, '{ me { emailVerified } }')).data).toEqual({ me: { emailVerified: false } });
  });

  test('is shut out when the owner chooses a password of their own', async () => {
    const { email, cookie } = await signInUnconfirmed(accounts, stranger);
    await accounts.post('/request-password-reset', { email });
    const token = new URL((await accounts.emailsTo(email)).at(-1)?.link ?? '').searchParams.get('token');
    await accounts.post('/reset-password', { token, newPassword: password });
    expect((await accounts.ask(cookie, '{ me { email } }')).data).toEqual({ me: null });
    expect(await isValid(email, stranger.password)).toBe(false);
    expect(await isValid(email, password)).toBe(true);
  });
});

describe('a known and an unknown address', () => {
  test('get the same answer to a wrong password', async () => {
    const { email } = await signUpAndIn(accounts);
    const known = await told(await accounts.post('/sign-in/email', { email, password: 'ne tas slaptažodis' }));
    const unknown = await told(await accounts.post('/sign-in/email', { email: `x${email}`, password }));
    expect(known).toEqual(unknown);
    expect(known.status).toBe(401);
  });

  test('get the same answer when a new password or a new e-mail is asked for', async () => {
    const { email } = await signInUnconfirmed(accounts);
    for (const path of ['/request-password-reset', '/send-verification-email']) {
      const known = await told(await accounts.post(path, { email }));
      const unknown = await told(await accounts.post(path, { email: `x${email}` }));
      expect(known).toEqual(unknown);
      expect(known.status).toBe(200);
    }
    expect(await accounts.emailsTo(email)).toHaveLength(3);
    expect(await accounts.emailsTo(`x${email}`)).toEqual([]);
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
