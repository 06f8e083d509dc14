import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DirectoryInUseError, lockDirectory } from './directory-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talka-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const lockPath = () => join(folder, 'talka.lock');

test('a folder is used by one at a time', async () => {
  const lock = await lockDirectory(folder);
  await expect(lockDirectory(folder)).rejects.toThrow(DirectoryInUseError);
  await expect(lockDirectory(folder)).rejects.toThrow(new RegExp(`process \\(number ${process.pid}\\)`));
  await lock.release();
  await (await lockDirectory(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

test('a refused second comer leaves the lock as it was', async () => {
  const lock = await lockDirectory(folder);
  const before = await readFile(lockPath(), 'utf8');
  await expect(lockDirectory(folder)).rejects.toThrow();
  expect(await readFile(lockPath(), 'utf8')).toBe(before);
  await lock.release();
});

test('of many at once exactly one gets the folder', async () => {
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockDirectory(folder)));
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
});

test('a lock left by a process that is gone is taken over', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  await writeFile(lockPath(), JSON.stringify({ pid: child.pid, startedAt: '1' }));
  await (await lockDirectory(folder)).release();
});

test.runIf(process.platform === 'linux')(
  'a lock of an earlier process with the same number is taken over',
  async () => {
    await writeFile(lockPath(), JSON.stringify({ pid: process.pid, startedAt: '1' }));
    await (await lockDirectory(folder)).release();
  },
);

test.each(['', '{', 'null'])('a lock cut short by a crash (%j) is taken over', async (text) => {
  await writeFile(lockPath(), text);
  await (await lockDirectory(folder)).release();
});
