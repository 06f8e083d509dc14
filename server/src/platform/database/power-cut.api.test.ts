import fs from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkpointWhereDue } from './checkpoints.ts';
import { openEmbedded } from './embedded.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talka-power-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/**
 * Keeps in `disk` what a power cut would leave of `live`: of each file what was last synced, of each
 * directory no name that was gone when it was last synced.
 */
function rememberOnlySynced(live: string, disk: string): void {
  const sync = fs.fsyncSync;
  vi.spyOn(fs, 'fsyncSync').mockImplementation((opened) => {
    sync(opened);
    const path = fs.readlinkSync(`/proc/self/fd/${opened}`);
    const kept = join(disk, relative(live, path));
    if (!fs.statSync(path).isDirectory()) return fs.copyFileSync(path, kept);
    fs.mkdirSync(kept, { recursive: true });
    for (const name of fs.readdirSync(kept)) {
      if (!fs.existsSync(join(path, name))) fs.rmSync(join(kept, name), { recursive: true });
    }
  });
}

test.runIf(process.platform === 'linux')('a power cut loses nothing that was acknowledged', async () => {
  const [live, disk] = [join(folder, 'live'), join(folder, 'disk')];
  await mkdir(live);
  const database = await openEmbedded(live);
  await cp(live, disk, { recursive: true });
  rememberOnlySynced(live, disk);
  await database.exec('create table note (id int primary key, text text)');
  const acknowledge = (from: number, to: number) =>
    database.query(`insert into note select number, repeat('x', 500) from generate_series($1::int, $2::int) number`, [
      from,
      to,
    ]);
  for (let id = 1; id <= 20; id += 1) await acknowledge(id, id);
  await acknowledge(1001, 3000);
  expect(await checkpointWhereDue(database)).toBe(true);
  expect(await checkpointWhereDue(database)).toBe(false);
  await database.exec('select pg_switch_wal()');
  for (let id = 21; id <= 40; id += 1) await acknowledge(id, id);
  vi.restoreAllMocks();

  // A second power cut, soon after the start that followed the first.
  const again = join(folder, 'again');
  await cp(disk, again, { recursive: true });
  rememberOnlySynced(disk, again);
  const after = await openEmbedded(disk);
  await after.query('insert into note values (41)');
  vi.restoreAllMocks();
  const last = await openEmbedded(again);
  for (const [opened, count] of [
    [after, 2041],
    [last, 2041],
  ] as const) {
    expect((await opened.query('select count(*)::int as count from note')).rows).toEqual([{ count }]);
    await opened.close();
  }
  await database.close();
});

test('a folder that a crash left half made is made anew', async () => {
  await mkdir(join(folder, 'database'));
  await writeFile(join(folder, 'database/PG_VERSION'), '18\n');
  await writeFile(join(folder, 'database.unfinished'), '');
  const database = await openEmbedded(folder);
  expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await database.close();
  expect(fs.readdirSync(folder)).toEqual(['database']);
});
