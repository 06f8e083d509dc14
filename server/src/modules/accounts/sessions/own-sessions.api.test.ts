import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, accountsOf, cookieOf } from '../../../../test/accounts.ts';
import { signUpAndIn } from '../../../../test/factories/signing-in.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { clearExpired } from '../auth/expired.job.ts';

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

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

/** A person who is signed in twice. */
async function signedInTwice() {
  const person = await signUpAndIn(accounts);
  const elsewhere = cookieOf(await accounts.post('/sign-in/email', person, { userAgent: firefox }));
  return { ...person, elsewhere };
}

interface Sessions {
  me: { sessions: { id: string; browser: string; system: string; lastUsedAt: string; current: boolean }[] };
}
const sessionsOf = async (cookie: string) => {
  const { data } = await accounts.ask<Sessions>(cookie, '{ me { sessions { id browser system lastUsedAt current } } }');
  return data?.me?.sessions ?? [];
};
const end = (cookie: string, id: string) =>
  accounts.ask(cookie, 'mutation ($id: ID!) { endSession(id: $id) { sessions { id } } }', { id });

describe('a person', () => {
  test('sees where they are signed in, and which of these is here', async () => {
    const { cookie, elsewhere } = await signedInTwice();
    const seen = await sessionsOf(elsewhere);
    expect(seen).toHaveLength(2);
    expect(seen.find((session) => session.current)).toMatchObject({ browser: 'Firefox', system: 'Linux' });
    expect(seen.find((session) => !session.current)).toMatchObject({ browser: null, system: null });
    expect((await sessionsOf(cookie)).find((session) => session.current)).toMatchObject({ browser: null });
  });

  test('ends one of them, and the other goes on', async () => {
    const { cookie, elsewhere } = await signedInTwice();
    const other = (await sessionsOf(cookie)).find((session) => !session.current);
    const { data } = await end(cookie, other?.id ?? '');
    expect(data).toMatchObject({ endSession: { sessions: [{}] } });
    expect(await sessionsOf(elsewhere)).toEqual([]);
    expect(await sessionsOf(cookie)).toHaveLength(1);
  });

  test('cannot end those of somebody else', async () => {
    const own = await signUpAndIn(accounts);
    const other = await signUpAndIn(accounts);
    const [foreign] = await sessionsOf(other.cookie);
    for (const id of [foreign?.id ?? '', newId(), 'nonsense']) {
      expect((await end(own.cookie, id)).code).toBe('NOT_FOUND');
    }
    expect(await sessionsOf(other.cookie)).toHaveLength(1);
  });

  test('signs out everywhere at once', async () => {
    const { cookie, elsewhere } = await signedInTwice();
    const bystander = await signUpAndIn(accounts);
    const { data } = await accounts.ask(cookie, 'mutation { signOutEverywhere }');
    expect(data).toEqual({ signOutEverywhere: 2 });
    expect(await sessionsOf(cookie)).toEqual([]);
    expect(await sessionsOf(elsewhere)).toEqual([]);
    expect(await sessionsOf(bystander.cookie)).toHaveLength(1);
  });
});

test.each([{}, { revokeOtherSessions: false }])(
  'a new password ends every other session, asked for %j',
  async (wish) => {
    const { email, password, cookie } = await signUpAndIn(accounts);
    const elsewhere = cookieOf(await accounts.post('/sign-in/email', { email, password }));
    const body = { currentPassword: password, newPassword: 'dar geresnis slaptažodis', ...wish };
    const changed = await accounts.post('/change-password', body, { cookie });
    expect(changed.status).toBe(200);
    expect(await sessionsOf(cookieOf(changed))).toHaveLength(1);
    expect((await accounts.ask(elsewhere, '{ me { email } }')).data).toEqual({ me: null });
  },
);

test('the last use is noted to the hour', async () => {
  const { cookie, personId } = await signUpAndIn(accounts);
  const noted = async () =>
    rowsOf(world.em()).selectFrom('session').select('last_used_at').where('person_id', '=', personId).execute();
  const use = (minutesAgo: number) =>
    rowsOf(world.em())
      .updateTable('session')
      .set({ last_used_at: new Date(world.now.getTime() - minutesAgo * 60_000) })
      .where('person_id', '=', personId)
      .execute();

  await use(59);
  const before = await noted();
  await sessionsOf(cookie);
  expect(await noted()).toEqual(before);
  await use(61);
  const [session] = await sessionsOf(cookie);
  expect(session?.lastUsedAt).toBe(world.now.toISOString());
});

test('what expired is cleared away, and nothing else', async () => {
  const expiring = await signUpAndIn(accounts);
  const kept = await signUpAndIn(accounts);
  await accounts.post('/request-password-reset', kept);
  const rows = rowsOf(world.em());
  await rows.updateTable('session').set({ expires_at: world.now }).where('person_id', '=', expiring.personId).execute();
  await clearExpired(rows, world.now);
  const left = rows.selectFrom('session').select('id').where('person_id', 'in', [expiring.personId, kept.personId]);
  expect(await left.execute()).toHaveLength(1);
  expect(await rows.selectFrom('verification').select('id').where('expires_at', '<=', world.now).execute()).toEqual([]);
});
