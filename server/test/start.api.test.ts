import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, runServer } from './server-process.ts';

let work: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'talka-start-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

const run = (environment: Record<string, string>) => runServer(work, environment);

test.each([
  [{ PORT: 'x' }, 'PORT must be a port number from 0 to 65535, but it is "x".'],
  [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/talka', PORT: '0' }, 'The database at DATABASE_URL does not answer'],
])('a wrong setting %j is one clear sentence and exit code 1', async (environment, sentence) => {
  const started = run({ DATA_DIR: join(work, 'unused'), ...environment } as Record<string, string>);
  expect(await started.exit()).toBe(1);
  expect(started.output()).toContain(sentence);
  expect(started.output().trim().split('\n')).toHaveLength(1);
});

test('a taken port is refused before anything is written', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const folder = join(work, 'port');
  const started = run({ PORT: String(port), DATA_DIR: folder });
  expect(await started.exit()).toBe(1);
  expect(started.output()).toContain(`Port ${port} is taken by another program.`);
  await expect(readdir(folder)).rejects.toThrow();
  other.close();
});

test('serves, refuses a second process on its folder, keeps the data and stops when told', async () => {
  const folder = join(work, 'data');
  const port = await freePort();
  const first = run({ PORT: String(port), DATA_DIR: folder });
  await first.says(`http://localhost:${port}`);
  expect(await (await fetch(`http://127.0.0.1:${port}/health/ready`)).json()).toEqual({ ready: true });

  const second = run({ PORT: String(await freePort()), DATA_DIR: folder });
  expect(await second.exit()).toBe(1);
  expect(second.output()).toContain(`in use by another Talka process (number ${first.child.pid})`);
  expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);

  first.child.kill('SIGTERM');
  expect(await first.exit()).toBe(0);
  const again = run({ PORT: String(port), DATA_DIR: folder });
  await again.says(`http://localhost:${port}`);
  expect(again.output()).not.toContain('Prepared the embedded database');
  again.child.kill('SIGTERM');
  expect(await again.exit()).toBe(0);
  expect(await readdir(folder)).not.toContain('talka.lock');
});
