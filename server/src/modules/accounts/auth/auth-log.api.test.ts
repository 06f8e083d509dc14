import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Accounts, accountsOf, testOrigin } from '../../../../test/accounts.ts';
import { signUpAndIn } from '../../../../test/factories/signing-in.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { createLog } from '../../../platform/log/log.ts';

let world: World;
let accounts: Accounts;
const lines: { level: number; msg: string }[] = [];
beforeEach(() => void lines.splice(0));
beforeAll(async () => {
  world = await embeddedWorld();
  const log = createLog({ logLevel: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
  accounts = await accountsOf(world, testOrigin, log);
});
afterAll(async () => {
  await accounts.close();
  await world.close();
});

test('a request from a foreign page is a warning, no error of ours', async () => {
  const ona = { email: 'ona@example.org', password: 'ilgas-slaptažodis', name: 'Ona' };
  const { cookie } = await signUpAndIn(accounts, ona);
  const headers = { origin: 'https://evil.example', cookie, 'content-type': 'application/json' };
  const answer = await accounts.handle(
    new Request(`${testOrigin}/api/auth/sign-out`, { method: 'POST', headers, body: '{}' }),
  );
  expect(answer.status).toBe(403);
  expect(lines).toContainEqual(
    expect.objectContaining({ level: 40, msg: 'auth: Invalid origin: https://evil.example' }),
  );
  expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
  expect(JSON.stringify(lines)).not.toContain(ona.password);
});

test('a failure of ours is a line of the log, not printed past it', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  const connection = world.em().getConnection();
  for (const table of ['person', 'rate_limit']) {
    await connection.execute(`alter table ${table} rename to elsewhere`);
    const answer = await accounts.post('/sign-in/email', { email: 'petras@example.org', password: 'koks nors' });
    await connection.execute(`alter table elsewhere rename to ${table}`);
    expect([answer.status, await answer.json()]).toMatchObject([500, { code: 'INTERNAL' }]);
    expect(lines.splice(0)).toEqual([expect.objectContaining({ level: 50, msg: 'an account request failed' })]);
  }
  expect(printed).not.toHaveBeenCalled();
  printed.mockRestore();
});
