import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { copyDemonstration } from './demonstration-folder.ts';
import { freePort, runServer } from './server-process.ts';

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'talka-kill-'));
  await copyDemonstration(join(work, 'data'), new Date(vi.getRealSystemTime()));
});
afterAll(() => rm(work, { recursive: true, force: true }));

const json = { 'content-type': 'application/json' };
const publish = 'mutation ($input: PublishDiscussionInput!) { publishDiscussion(input: $input) { id } }';

test('a server killed three times while people write loses nothing that it acknowledged', async () => {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const start = async () => {
    const server = runServer(work, {
      PORT: String(port),
      DATA_DIR: join(work, 'data'),
      DEMO: '1',
      RATE_LIMITS: '0',
    });
    await server.says(address);
    return server;
  };
  const ask = async (cookie: string, query: string, variables = {}) => {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`${address}/graphql`, { method: 'POST', headers: { ...json, cookie }, body });
    return (await response.json()) as { data?: Record<string, { id: string }> };
  };
  const post = (cookie: string, key: string) => {
    const input = { audience: 'PUBLIC', title: key, body: key, city: 'vilnius', language: 'en', idempotencyKey: key };
    return ask(cookie, publish, { input });
  };

  let server = await start();
  const signedIn = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { ...json, origin: address },
    body: JSON.stringify({ email: 'aiste@example.org', password: 'talka-demo' }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const acknowledged: string[] = [];
  for (let round = 1; round <= 3; round += 1) {
    const writers = [1, 2, 3, 4].map(async (writer) => {
      for (let number = 1; ; number += 1) {
        const { data } = await post(cookie, `${round}-${writer}-${number}`);
        acknowledged.push(data?.publishDiscussion?.id ?? 'refused');
        if (acknowledged.length === round * 15) server.child.kill('SIGKILL');
      }
    });
    await Promise.allSettled(writers);
    expect(await server.exit()).toBe(null);
    server = await start();
    for (const id of acknowledged) {
      expect((await ask(cookie, `{ post(id: "${id}") { id } }`)).data?.post).toEqual({ id });
    }
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(45);
  server.child.kill('SIGTERM');
  expect(await server.exit()).toBe(0);
});
