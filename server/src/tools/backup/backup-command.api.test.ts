import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { bookings, bookTwice, commandsIn, headOf, onDatabase } from '../../../test/backups.ts';
import { migrate } from '../../database.ts';
import { rowsOf } from '../../platform/database/database.ts';
import { readEvents } from '../../platform/events/event-log.reader.ts';
import { runBackup } from './backup-command.ts';
import { dumpWhereDue } from './dumps.ts';
import { keepDatabase } from './keep-database.ts';
import { runMove } from './move-command.ts';
import { runRestore } from './restore-command.ts';

let work: string;
let data: { databaseUrl: undefined; dataDirectory: string };
let before: string;
let place: Awaited<ReturnType<typeof headOf>>;
const commands = {
  run: (..._: Parameters<ReturnType<typeof commandsIn>['run']>) => Promise.resolve(0),
  said: () => '',
};
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'talka-backup-'));
  data = { databaseUrl: undefined, dataDirectory: join(work, 'data') };
  Object.assign(commands, commandsIn(work));
  await onDatabase(data, async (world, database) => {
    await migrate(database);
    await bookTwice(world);
    await world.em().getConnection().execute(`insert into pgboss.job (name, data) values ('emails', '{}')`);
    before = await bookings(world);
    place = await headOf(world);
  });
});
afterAll(() => rm(work, { recursive: true }));

describe('the embedded database', () => {
  test('is not backed up from outside while a server runs, which keeps dumps of its own', async () => {
    await onDatabase(data, async (_world, database) => {
      const keeping = await keepDatabase(database, data, pino({ level: 'silent' }));
      expect(await commands.run(runBackup, ['one.backup'])).toBe(1);
      expect(commands.said()).toMatch(/in use by another Talka process.*Stop it to make a backup of this moment\.$/);
      if (!database.pglite) throw new Error('this is the embedded database');
      await dumpWhereDue(join(data.dataDirectory, 'dumps'), new Date('2026-11-25T03:00:00Z'), database.pglite);
      expect(await commands.run(runBackup, ['one.backup'])).toBe(1);
      expect(commands.said()).toContain(
        `Or take ${join(data.dataDirectory, 'dumps/talka-2026-11-25T03-00-00Z.backup')}`,
      );
      expect(await commands.run(runRestore, ['data/dumps/talka-2026-11-25T03-00-00Z.backup', '--replace'])).toBe(1);
      expect(commands.said()).toContain('in use by another Talka process');
      await keeping.stop();
    });
    expect(await readdir(work)).toEqual(['data']);
  });

  test('comes back as it was, without the jobs of then, and places in its log meet a gap', async () => {
    expect(await commands.run(runBackup, ['one.backup'])).toBe(0);
    expect(commands.said()).toContain(`Wrote ${join(work, 'one.backup')}`);
    expect((await stat(join(work, 'one.backup'))).mode & 0o777).toBe(0o600);
    await onDatabase(data, async (world) => {
      await world.em().getConnection().execute('truncate booking, occupancy cascade');
    });
    expect(await commands.run(runRestore, ['one.backup'])).toBe(1);
    expect(commands.said()).toContain('Add --replace to put the backup in its place');
    expect(await commands.run(runRestore, ['one.backup', '--replace'])).toBe(0);
    await onDatabase(data, async (world) => {
      expect(await bookings(world)).toBe(before);
      expect(await world.em().getConnection().execute('select from pgboss.job')).toEqual([]);
      expect(await readEvents(rowsOf(world.em()), place, { limit: 10 })).toMatchObject({ gap: true });
    });
    expect((await readdir(data.dataDirectory)).sort()).toEqual(['database', 'dumps']);
  });

  test('comes back from a daily dump as well, into an empty folder', async () => {
    const environment = { DATA_DIR: join(work, 'elsewhere') };
    expect(await commands.run(runRestore, ['data/dumps/talka-2026-11-25T03-00-00Z.backup'], environment)).toBe(0);
    await onDatabase({ ...data, dataDirectory: environment.DATA_DIR }, async (world) => {
      expect(await bookings(world)).toBe(before);
    });
  });

  test('is left alone where the file is none of its backups', async () => {
    const whole = await readFile(join(work, 'one.backup'));
    await writeFile(join(work, 'half.backup'), whole.subarray(0, whole.length >> 1));
    await writeFile(join(work, 'text.backup'), 'something else');
    await writeFile(join(work, 'postgres.backup'), 'PGDMP and so on');
    for (const [file, answer] of [
      ['half.backup', 'half.backup is damaged, or of another version'],
      ['text.backup', 'text.backup is not a backup of Talka'],
      ['postgres.backup', 'postgres.backup is a backup of PostgreSQL: set DATABASE_URL'],
      ['missing.backup', 'missing.backup does not exist'],
    ] as const) {
      expect(await commands.run(runRestore, [file, '--replace'])).toBe(1);
      expect(commands.said()).toContain(answer);
    }
    await onDatabase(data, async (world) => expect(await bookings(world)).toBe(before));
  });

  test('is left alone where the backup was made by a newer Talka', async () => {
    const newer = { DATA_DIR: join(work, 'elsewhere') };
    await onDatabase({ ...data, dataDirectory: newer.DATA_DIR }, async (world) => {
      await world
        .em()
        .getConnection()
        .execute(`insert into mikro_orm_migrations (name) values ('Migration29991231000000')`);
    });
    expect(await commands.run(runBackup, ['newer.backup'], newer)).toBe(0);
    expect(await commands.run(runRestore, ['newer.backup', '--replace'])).toBe(1);
    expect(commands.said()).toContain('this one does not know Migration29991231000000');
    await onDatabase(data, async (world) => expect(await bookings(world)).toBe(before));
  });
});

describe('a command', () => {
  const postgres = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  test.each<[typeof runBackup, string[], string, Record<string, string>?]>([
    [runBackup, ['a', 'b'], 'One file at a time.\nUsage: pnpm backup [FILE]'],
    [runBackup, ['nowhere/a'], 'is no folder that this user may write'],
    [runBackup, ['one.backup'], 'exists already. Name a new file'],
    [runBackup, ['two.backup'], 'There is no embedded database in', { DATA_DIR: '/nowhere' }],
    [runRestore, [], 'Which file?\nUsage: pnpm restore FILE [--replace]'],
    [runRestore, ['a', '--force'], 'Usage: pnpm restore FILE [--replace]'],
    [runRestore, ['one.backup'], 'is a backup of the embedded database: restore it without DATABASE_URL', postgres],
    [runMove, [], 'DATABASE_URL names no database.'],
    [runMove, ['a'], 'No file is needed.'],
  ])('that cannot be run says what is right', async (command, words, answer, environment) => {
    expect(await commands.run(command, words, environment)).toBe(1);
    expect(commands.said()).toContain(answer);
    expect(await readdir(work)).not.toContain('two.backup');
  });

  test('that needs a program of PostgreSQL says how to get it', async () => {
    vi.stubEnv('PATH', '/nowhere');
    expect(await commands.run(runBackup, ['two.backup'], postgres)).toBe(1);
    vi.unstubAllEnvs();
    expect(commands.said()).toContain("pg_dump was not found. Install PostgreSQL's client programs");
    expect(await readdir(work)).not.toContain('two.backup');
  });
});
