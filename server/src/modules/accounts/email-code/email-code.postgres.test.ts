import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, accountsOf } from '../../../../test/accounts.ts';
import { inBrowser, newestEmail, tokenOf, wrongCode } from '../../../../test/email-codes.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { wrongCodes } from './email-code.rules.ts';

describe.runIf(await hasPostgres())('at the same moment', () => {
  let world: World;
  let accounts: Accounts;
  beforeAll(async () => {
    world = await postgresWorld();
    accounts = await accountsOf(world);
  });
  afterAll(async () => {
    await accounts.close();
    await world.close();
  });

  const times = 8;
  const begin = async (email: string) => {
    const browser = { cookie: '' };
    await inBrowser(accounts, browser, 'sign-up', { name: 'Ona', email, password: 'medis kūnas upė' });
    return { browser, mail: await newestEmail(accounts, email) };
  };
  const enter = (browser: { cookie: string }, code: string) => inBrowser(accounts, { ...browser }, 'enter', { code });
  const people = (email: string) =>
    rowsOf(world.em()).selectFrom('person').select('id').where('email', '=', email).execute();
  const passwords = (email: string) =>
    rowsOf(world.em())
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.person_id')
      .select('account.id')
      .where('email', '=', email)
      .execute();

  test('code and link of one letter let one in', async () => {
    const email = `${newId()}@example.org`;
    const { browser, mail } = await begin(email);
    const answers = await Promise.all(
      Array.from({ length: times }, (_, at) =>
        at % 2 === 0
          ? enter(browser, mail.code)
          : inBrowser(accounts, { cookie: '' }, 'follow', { token: tokenOf(mail) }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await people(email)).toHaveLength(1);
  });

  test('two sign-ups of one address make one account, with one password', async () => {
    const email = `${newId()}@example.org`;
    const [one, other] = [await begin(email), await begin(email)];
    const answers = await Promise.all([one, other].map(({ browser, mail }) => enter(browser, mail.code)));
    expect(answers.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect([await people(email), await passwords(email)]).toMatchObject([{ length: 1 }, { length: 1 }]);
  });

  test('many wrong codes are no more than six', async () => {
    const email = `${newId()}@example.org`;
    const { browser, mail } = await begin(email);
    const wrong = Array.from({ length: times }, () => enter(browser, wrongCode(mail.code)));
    const answers = await Promise.all(wrong);
    expect(answers.filter(({ code }) => code === 'INVALID_EMAIL_CODE')).toHaveLength(wrongCodes - 1);
    expect(await enter(browser, mail.code)).toMatchObject({ code: 'EMAIL_CODE_USED_UP' });
    expect(await people(email)).toEqual([]);
  });
});
