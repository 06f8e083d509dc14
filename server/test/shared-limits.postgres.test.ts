import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../src/platform/database/database.ts';
import { createRateLimits } from '../src/platform/limits/rate-limits.ts';
import { makePersonWithPassword } from './factories/signing-in.ts';
import { hasPostgres } from './postgres-server.ts';
import { freePort, type Run, runServer } from './server-process.ts';
import { postgresWorld, type World } from './world.ts';

const person = { email: 'ona@example.org', password: 'ilgas-slaptažodis', name: 'Ona' };

describe.runIf(await hasPostgres())('two processes on one database', () => {
  let world: World;
  let folder: string;
  const runs: Run[] = [];
  const addresses: string[] = [];
  beforeAll(async () => {
    world = await postgresWorld();
    folder = await mkdtemp(join(tmpdir(), 'talka-limits-'));
    const DATABASE_URL = world.orm.config.get('clientUrl') ?? '';
    for (const DATA_DIR of ['one', 'two']) {
      const PORT = String(await freePort());
      const run = runServer(folder, { DATABASE_URL, PORT, DATA_DIR });
      await run.says('Talka is served on');
      runs.push(run);
      addresses.push(`http://localhost:${PORT}`);
    }
    await makePersonWithPassword(world, person);
  });
  afterAll(async () => {
    for (const { child, exit } of runs) {
      child.kill('SIGTERM');
      await exit();
    }
    await rm(folder, { recursive: true });
    await world.close();
  });

  /** Posts from a network to one of the two, whichever number is given. */
  function post(index: number, path: string, body: object, network = '203.0.113.1'): Promise<Response> {
    const origin = addresses[index % addresses.length] ?? '';
    return fetch(`${origin}/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, 'x-forwarded-for': network },
      body: JSON.stringify(body),
    });
  }
  const statuses = async (answers: Promise<Response>[]) => (await Promise.all(answers)).map(({ status }) => status);
  const signIn = (index: number, password: string, network?: string) =>
    post(index, '/sign-in/email', { email: person.email, password }, network);

  test('hear ten wrong passwords together, not ten each', async () => {
    for (let time = 0; time < 10; time += 1) expect((await signIn(time, 'ne tas slaptažodis')).status).toBe(401);
    for (const index of [0, 1]) {
      const answer = await signIn(index, person.password);
      expect([answer.status, await answer.json()]).toMatchObject([429, { code: 'TOO_MANY_ATTEMPTS' }]);
      expect((await signIn(index, person.password, '203.0.113.2')).status).toBe(200);
    }
  });

  test('answer a network as often as one process would', async () => {
    const ask = (index: number, network: string) =>
      post(index, '/request-password-reset', { email: `n${index}@example.org` }, network);
    const twenty = Array.from({ length: 20 }, (_, index) => ask(index, '203.0.113.3'));
    expect(await statuses(twenty)).toEqual(twenty.map(() => 200));
    expect(await statuses([ask(0, '203.0.113.3'), ask(1, '203.0.113.3')])).toEqual([429, 429]);
    expect(await statuses([ask(0, '203.0.113.4'), ask(1, '203.0.113.4')])).toEqual([200, 200]);
  });

  test('of fifty at the same moment no more than allowed go through', async () => {
    const attempt = { who: 'ona', action: 'reply' };
    const allowed = { times: 30, seconds: 600 };
    const waits = await Promise.all(
      Array.from({ length: 50 }, () => createRateLimits(rowsOf(world.em()), 'secret').count(attempt, allowed)),
    );
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(30);
    expect(waits.filter((wait) => wait === 600)).toHaveLength(20);
  });
});
