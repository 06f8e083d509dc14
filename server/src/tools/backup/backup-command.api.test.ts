import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, openDatabase } from '../../database.ts';
import { rowsOf } from '../../platform/database/database.ts';
import { runBackup } from './backup-command.ts';
import { checkBackup } from './backup-reader.ts';
import { keepDatabase } from './keep-database.ts';
import { runRestore } from './restore-command.ts';

let work: string;
let said: string[];
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'talka-command-'));
});
afterAll(() => rm(work, { recursive: true }));

const surroundings = () => {
  said = [];
  const say = (line: string) => void said.push(line);
  const environment = { DATA_DIR: join(work, 'data'), INIT_CWD: work };
  return { environment, now: new Date('2026-11-25T08:00:00Z'), print: say, complain: say };
};

test('a backup is made while the server runs, and restored when it stopped', async () => {
  const running = await openDatabase({ databaseUrl: undefined, dataDirectory: join(work, 'data') });
  await migrate(running);
  const rows = rowsOf(running.orm.em.fork());
  await rows.insertInto('installation_fact').values({ key: 'kept', value: '"yes"' }).execute();
  const keeping = await keepDatabase(running, { dataDirectory: join(work, 'data') }, pino({ level: 'silent' }));

  expect(await runBackup(['one.backup'], surroundings())).toBe(0);
  expect(said[0]).toContain(`Wrote and checked ${join(work, 'one.backup')}: 1 rows in`);
  expect((await stat(join(work, 'one.backup'))).mode & 0o777).toBe(0o600);
  expect(await runBackup(['one.backup'], surroundings())).toBe(1);
  expect(said).toEqual([`${join(work, 'one.backup')} exists already. Name a new file, or delete that one first.`]);
  expect(await runRestore(['one.backup', '--replace'], surroundings())).toBe(1);
  expect(said.at(-1)).toContain('in use by another Talka process');
  await keeping.stop();
  expect(await readdir(join(work, 'data/dumps'))).toEqual([]);
  expect(await runBackup(['none.backup'], surroundings())).toBe(1);
  expect(said.at(-1)).toContain('does not answer commands');
  await running.close();

  expect(await runBackup([], surroundings())).toBe(0);
  const { header } = await checkBackup(join(work, 'talka-2026-11-25T08-00-00Z.backup'));
  expect(header.madeAt).toBe('2026-11-25T08:00:00.000Z');
  expect(await runRestore(['one.backup'], surroundings())).toBe(1);
  expect(said.at(-1)).toContain('The database is not empty: it has rows in installation_fact. Add --replace');
  expect(await runRestore(['one.backup', '--replace'], surroundings())).toBe(0);
  expect(said.at(-1)).toContain('Restored.');
  const after = await openDatabase({ databaseUrl: undefined, dataDirectory: join(work, 'data') });
  const facts = await rowsOf(after.orm.em.fork())
    .selectFrom('installation_fact')
    .select('key')
    .orderBy('key')
    .execute();
  expect(facts.map(({ key }) => key)).toEqual(['kept', 'live.floor']);
  await after.close();
});

test.each([
  [runBackup, ['a', 'b'], 'One file at a time.\nUsage: pnpm backup [FILE]'],
  [runBackup, ['nowhere/a'], 'is no folder that this user may write'],
  [runRestore, [], 'Which file?\nUsage: pnpm restore FILE [--replace]'],
  [runRestore, ['a', '--force'], `Usage: pnpm restore FILE [--replace]`],
  [runRestore, ['missing.backup'], 'does not exist'],
])('wrong words of a command are told what is right', async (command, words, answer) => {
  expect(await command(words, surroundings())).toBe(1);
  expect(said.join('\n')).toContain(answer);
});
