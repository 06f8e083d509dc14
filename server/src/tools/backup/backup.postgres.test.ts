import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bookings, bookTwice, commandsIn, headOf, onDatabase } from '../../../test/backups.ts';
import { emptyDatabase } from '../../../test/postgres.ts';
import { migrate } from '../../database.ts';
import { rowsOf } from '../../platform/database/database.ts';
import { readEvents, readHead } from '../../platform/events/event-log.reader.ts';
import { runBackup } from './backup-command.ts';
import { runMove } from './move-command.ts';
import { pour } from './postgres-programs.ts';
import { runRestore } from './restore-command.ts';

let work: string;
let commands: ReturnType<typeof commandsIn>;
const urls: string[] = [];
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'talka-backup-'));
  commands = commandsIn(work);
  for (const _ of [1, 2, 3]) {
    urls.push(await emptyDatabase());
  }
});
afterAll(async () => {
  await rm(work, { recursive: true });
});

const at = (databaseUrl = '') => ({ databaseUrl, dataDirectory: work });
const event = `insert into logged_event (at, type, topics, subject, audiences) values (now(), 'told', '{}', '{}', '{public}')`;

describe('PostgreSQL', () => {
  let before: string;
  let place: Awaited<ReturnType<typeof headOf>>;

  test('is backed up while it is in use', async () => {
    await onDatabase(at(urls[0]), async (world, database) => {
      await migrate(database);
      await bookTwice(world);
      await world.em().getConnection().execute(`insert into pgboss.job (name, data) values ('emails', '{}')`);
      before = await bookings(world);
      place = await headOf(world);
      expect(await commands.run(runBackup, ['one.backup'], { DATABASE_URL: urls[0] ?? '' })).toBe(0);
      await world.em().getConnection().execute('delete from occupancy; delete from booking');
      expect(await commands.run(runRestore, ['one.backup', '--replace'], { DATABASE_URL: urls[0] ?? '' })).toBe(1);
      expect(commands.said()).toMatch(/The database is in use by \d+ other connections\. Stop Talka/);
    });
  });

  test('comes back as it was, in place of what is there only where that is said', async () => {
    const environment = { DATABASE_URL: urls[0] ?? '' };
    expect(await commands.run(runRestore, ['one.backup'], environment)).toBe(1);
    expect(commands.said()).toMatch(/The database is not empty: it has the tables .*booking.*Add --replace/);
    expect(await commands.run(runRestore, ['one.backup', '--replace'], environment)).toBe(0);
    await onDatabase(at(urls[0]), async (world, database) => {
      expect(await bookings(world)).toBe(before);
      expect(await world.em().getConnection().execute('select from pgboss.job')).toEqual([]);
      expect(await readEvents(rowsOf(world.em()), place, { limit: 10 })).toMatchObject({ gap: true });
      expect(await migrate(database)).toEqual([]);
    });
  });

  test('takes a backup into an empty database, where double bookings stay impossible', async () => {
    expect(await commands.run(runRestore, ['one.backup'], { DATABASE_URL: urls[1] ?? '' })).toBe(0);
    await onDatabase(at(urls[1]), async (world) => {
      expect(await bookings(world)).toBe(before);
      const twice = world
        .em()
        .getConnection()
        .execute(
          'insert into occupancy select gen_random_uuid(), unit_id, during, kind, blocking, null from occupancy limit 1',
        );
      await expect(twice).rejects.toThrow(/occupancy/);
    });
  });

  test('is left as it was by a backup that is damaged, and by one of a newer Talka', async () => {
    const whole = await readFile(join(work, 'one.backup'));
    await writeFile(join(work, 'half.backup'), whole.subarray(0, whole.length - 2000));
    expect(await commands.run(runRestore, ['half.backup', '--replace'], { DATABASE_URL: urls[1] ?? '' })).toBe(1);
    expect(commands.said()).toContain('pg_restore gave up. Nothing was changed.');
    await onDatabase(at(urls[0]), (world) =>
      world.em().getConnection().execute(`insert into mikro_orm_migrations (name) values ('Migration29991231000000')`),
    );
    expect(await commands.run(runBackup, ['newer.backup'], { DATABASE_URL: urls[0] ?? '' })).toBe(0);
    expect(await commands.run(runRestore, ['newer.backup', '--replace'], { DATABASE_URL: urls[1] ?? '' })).toBe(1);
    expect(commands.said()).toContain('this one does not know Migration29991231000000');
    await onDatabase(at(urls[1]), async (world) => expect(await bookings(world)).toBe(before));
  });
});

test('an embedded installation moves to PostgreSQL as a whole, or not at all', async () => {
  const embedded = { databaseUrl: undefined, dataDirectory: join(work, 'data') };
  const environment = { DATABASE_URL: urls[2] ?? '' };
  expect(await commands.run(runMove, [], environment)).toBe(1);
  expect(commands.said()).toContain('There is no embedded database in');
  const { before, place } = await onDatabase(embedded, async (world, database) => {
    await migrate(database);
    await bookTwice(world);
    // A line of a text that looks like one of the script's own.
    await world
      .em()
      .getConnection()
      .execute(
        `insert into installation_fact values ('tricky', to_jsonb(E'a\\nSET transaction_timeout = 0;\\n\\\\.\\ncommit;'::text))`,
      );
    expect(await commands.run(runMove, [], environment)).toBe(1);
    expect(commands.said()).toContain('in use by another Talka process');
    return { before: await bookings(world), place: await headOf(world) };
  });

  expect(await commands.run(runMove, [], environment)).toBe(0);
  expect(commands.said()).toContain('  booking: 2 rows, the same in both');
  expect(await commands.run(runMove, [], environment)).toBe(1);
  expect(commands.said()).toContain('The database is not empty');
  expect(await commands.run(runMove, ['--replace'], environment)).toBe(0);

  await onDatabase(at(urls[2]), async (world, database) => {
    expect(await bookings(world)).toBe(before);
    const fact = await world
      .em()
      .getConnection()
      .execute(`select value #>> '{}' as value from installation_fact where key = 'tricky'`);
    expect(fact).toEqual([{ value: 'a\nSET transaction_timeout = 0;\n\\.\ncommit;' }]);
    const rows = rowsOf(world.em());
    expect(await readEvents(rows, place, { limit: 10 })).toMatchObject({ gap: true });
    expect(await migrate(database)).toEqual([]);
    const head = await readHead(rows);
    await world.em().getConnection().execute(event);
    expect(await readEvents(rows, head, { limit: 10, thorough: true })).toMatchObject({
      gap: false,
      entries: [{ type: 'told' }],
    });
  });
  await onDatabase(embedded, async (world) => expect(await bookings(world)).toBe(before));
});

test('a move that fails midway leaves PostgreSQL as it was', async () => {
  const client = new pg.Client(urls[2]);
  await client.connect();
  const { rows: before } = await client.query('select count(*) from booking');
  await client.end();
  const script = async function* () {
    yield 'delete from occupancy; delete from booking;\n';
    yield 'select 1 / 0;\n';
  };
  await expect(pour(urls[2] ?? '', script)).rejects.toThrow('division by zero');
  const cut = async function* () {
    yield 'delete from occupancy; delete from booking;\n';
    throw new Error('the disk is gone');
  };
  await expect(pour(urls[2] ?? '', cut)).rejects.toThrow('the disk is gone');
  const again = new pg.Client(urls[2]);
  await again.connect();
  expect((await again.query('select count(*) from booking')).rows).toEqual(before);
  await again.end();
});
