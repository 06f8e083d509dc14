import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dumpWhereDue } from './dumps.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talka-dumps-'));
});
afterEach(() => rm(folder, { recursive: true }));

const database = { dumpDataDir: async () => new File([], 'dump') };

test('one dump a day is written, the last seven are kept, and nothing else is touched', async () => {
  await writeFile(join(folder, 'my own.backup'), '');
  const start = Date.UTC(2026, 10, 25, 8);
  const written = [];
  for (let hour = 0; hour < 24 * 10; hour += 1) {
    written.push(await dumpWhereDue(folder, new Date(start + hour * 3_600_000), database));
  }
  expect(written.filter(Boolean)).toHaveLength(10);
  const names = (await readdir(folder)).sort();
  expect(names).toHaveLength(8);
  expect(names[0]).toBe('my own.backup');
  expect(names[1]).toBe('talka-2026-11-28T08-00-00Z.backup');
  expect(names.at(-1)).toBe('talka-2026-12-04T08-00-00Z.backup');
});
