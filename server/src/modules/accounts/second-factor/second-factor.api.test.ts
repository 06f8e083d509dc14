import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, accountsOf, cookieOf } from '../../../../test/accounts.ts';
import { signInUnconfirmed, signUpAndIn } from '../../../../test/factories/signing-in.ts';
import { oneTimeCode } from '../../../../test/one-time-code.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { claimCode } from './code-replay.ts';

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

type Answer = { totpURI: string; backupCodes: string[]; code: string; twoFactorRedirect?: boolean };
const answerOf = async (response: Response) => (await response.json()) as Answer;

/** Somebody whose password asks for a code, as after the pages of setting it up. */
async function secured() {
  const person = await signUpAndIn(accounts);
  const { totpURI, backupCodes } = await answerOf(await accounts.post('/two-factor/enable', person, person));
  const code = oneTimeCode(totpURI);
  const confirmed = await accounts.post('/two-factor/verify-totp', { code }, person);
  expect(confirmed.status).toBe(200);
  return { ...person, cookie: cookieOf(confirmed), uri: totpURI, backupCodes, usedCode: code };
}
/** A code later than the one that confirmed the set-up; the app's clock may go half a minute fast. */
const nextCode = (uri: string) => oneTimeCode(uri, Date.now() + 30_000);
const isSignedIn = async (cookie: string) => (await accounts.ask(cookie, '{ me { email } }')).data?.me !== null;
const waysIn = async (cookie: string) =>
  (await accounts.ask<{ me: { waysIn: object } }>(cookie, '{ me { waysIn { hasPassword secondFactor } } }')).data?.me
    ?.waysIn;

describe('with a second factor', () => {
  test('the password alone opens nothing, the code completes it', async () => {
    const person = await secured();
    const first = await accounts.post('/sign-in/email', person);
    const pending = cookieOf(first);
    expect(await answerOf(first)).toMatchObject({ twoFactorRedirect: true });
    expect(await isSignedIn(pending)).toBe(false);

    const wrong = await accounts.post('/two-factor/verify-totp', { code: '000000' }, { cookie: pending });
    expect([wrong.status, (await answerOf(wrong)).code]).toEqual([401, 'INVALID_CODE']);
    const code = nextCode(person.uri);
    const second = await accounts.post('/two-factor/verify-totp', { code }, { cookie: pending });
    expect(await isSignedIn(cookieOf(second))).toBe(true);
    expect(await waysIn(cookieOf(second))).toEqual({ hasPassword: true, secondFactor: true });
  });

  test('five wrong codes end the attempt, also for the right one', async () => {
    const person = await secured();
    const cookie = cookieOf(await accounts.post('/sign-in/email', person));
    for (let time = 1; time <= 5; time += 1)
      await accounts.post('/two-factor/verify-totp', { code: '000000' }, { cookie });
    const late = await accounts.post('/two-factor/verify-totp', { code: nextCode(person.uri) }, { cookie });
    expect(late.status).toBe(400);
    expect(await isSignedIn(cookieOf(late))).toBe(false);
  });

  test('a code of the app counts once, also where two enter it at the same moment', async () => {
    const person = await secured();
    const enter = async (code: string) => {
      const cookie = cookieOf(await accounts.post('/sign-in/email', person));
      return accounts.post('/two-factor/verify-totp', { code }, { cookie });
    };
    expect((await enter(person.usedCode)).status).toBe(401);
    const code = nextCode(person.uri);
    const both = await Promise.all([enter(code), enter(code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    const cookie = both.map(cookieOf).find((each) => each !== '') ?? '';
    await accounts.ask(cookie, 'mutation { signOutEverywhere }');
    const late = await enter(code);
    expect([late.status, (await answerOf(late)).code]).toEqual([401, 'INVALID_CODE']);
  });

  test('a code that one person used is free for others, and after its time', async () => {
    const [one, other] = [await signUpAndIn(accounts), await signUpAndIn(accounts)];
    const at = (seconds: number) => new Date(world.now.getTime() + seconds * 1000);
    const take = (personId: string, seconds: number) => claimCode(rowsOf(world.em()), personId, '123456', at(seconds));
    expect(await take(one.personId, 0)).toBe(true);
    expect(await take(other.personId, 1)).toBe(true);
    expect(await take(one.personId, 89)).toBe(false);
    expect(await take(one.personId, 90)).toBe(true);
    expect(await take(one.personId, 91)).toBe(false);
  });

  test('a backup code signs in once', async () => {
    const person = await secured();
    const [code] = person.backupCodes;
    const open = async () => {
      const cookie = cookieOf(await accounts.post('/sign-in/email', person));
      return accounts.post('/two-factor/verify-backup-code', { code }, { cookie });
    };
    expect(await isSignedIn(cookieOf(await open()))).toBe(true);
    expect((await open()).status).toBe(401);
  });

  test('a trusted device asks for no code, until one signs out everywhere', async () => {
    const person = await secured();
    const pending = cookieOf(await accounts.post('/sign-in/email', person));
    const given = { code: nextCode(person.uri), trustDevice: true };
    const trusted = cookieOf(await accounts.post('/two-factor/verify-totp', given, { cookie: pending }));
    const again = await accounts.post('/sign-in/email', person, { cookie: trusted });
    expect(await isSignedIn(cookieOf(again))).toBe(true);

    await accounts.ask(cookieOf(again), 'mutation { signOutEverywhere }');
    const asked = await accounts.post('/sign-in/email', person, { cookie: cookieOf(again) });
    expect(await answerOf(asked)).toMatchObject({ twoFactorRedirect: true });
  });

  test('turning it off takes the password', async () => {
    const person = await secured();
    const refused = await accounts.post('/two-factor/disable', { password: 'ne tas slaptažodis' }, person);
    expect([refused.status, (await answerOf(refused)).code]).toEqual([400, 'INVALID_PASSWORD']);
    const without = await accounts.post('/two-factor/disable', {}, person);
    expect(without.status).toBe(400);
    const done = await accounts.post('/two-factor/disable', person, person);
    expect(done.status).toBe(200);
    expect(await waysIn(cookieOf(done))).toEqual({ hasPassword: true, secondFactor: false });
    expect(await isSignedIn(cookieOf(await accounts.post('/sign-in/email', person)))).toBe(true);
  });

  test('the database holds neither secret nor codes as they are', async () => {
    const { uri, backupCodes, personId } = await secured();
    const rows = rowsOf(world.em()).selectFrom('second_factor').selectAll().where('person_id', '=', personId);
    const stored = JSON.stringify(await rows.execute());
    for (const value of [new URL(uri).searchParams.get('secret') ?? '', ...backupCodes]) {
      expect(stored).not.toContain(value);
    }
  });
});

test('before the address is confirmed nobody sets up what outlasts a new password', async () => {
  const person = await signInUnconfirmed(accounts);
  const factor = await accounts.post('/two-factor/enable', person, person);
  expect([factor.status, (await answerOf(factor)).code]).toEqual([403, 'EMAIL_NOT_VERIFIED']);
  const passkey = await accounts.post('/passkey/verify-registration', { response: {} }, person);
  expect([passkey.status, (await answerOf(passkey)).code]).toEqual([403, 'EMAIL_NOT_VERIFIED']);
});
