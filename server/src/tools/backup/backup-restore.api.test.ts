import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBackup } from './backup.service.ts';
import { BackupUnusableError, checkBackup } from './backup-reader.ts';
import { type CopyDatabase, inTransaction, knownMigrations, openToCopy } from './copy-database.ts';
import { RestoreRefusedError, restoreBackup } from './restore.service.ts';

let work: string;
let database: CopyDatabase;
let file: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'talka-backup-'));
  file = join(work, 'one.backup');
  database = await openToCopy({ databaseUrl: undefined, dataDirectory: work });
  await database.migrate();
  for (const statement of rows) await database.session.ask(statement);
  await inTransaction(database, 'read only', () =>
    makeBackup(database.session, { path: file, now: new Date('2026-11-25T08:00:00Z') }),
  );
});
afterAll(async () => {
  await database.close();
  await rm(work, { recursive: true });
});

/** Signs that a format for rows could trip over, a reference to oneself, and what several portions need. */
const rows = [
  `insert into country values ('LT', 14, 'EUR', 'lt')`,
  `insert into city (id, slug, name, names, country_code, zone, latitude, longitude) values
    (gen_random_uuid(), 'vilnius', 'Vilnius', '{"en": "a\\\\n\\"b\\"\\u2028"}', 'LT', 'Europe/Vilnius', 54.687157, 0.1)`,
  `insert into installation_fact values ('x', '"\\\\."'), ('y', 'null')`,
  `insert into logged_event (at, type, topics, subject, audiences)
    select '2026-11-25T08:00:00.123456Z', repeat('x', 60), array['a,b', '{"}', E'tab\\there', E'line\\nend\\r', '\\.', '\\N', null, ''],
      jsonb_build_object('text', repeat('ąžuolas ', 20) || number), '{public}'::text[] from generate_series(1, 12000) number`,
];

const digest = async () => {
  const [row] = await database.session.ask<{ all: string }>(`
    select (select count(*)::text || md5(string_agg(md5((to_jsonb(e) - 'xid')::text), '' order by id)) from logged_event e)
      || (select jsonb_agg(c)::text from city c) || (select jsonb_agg(f order by key)::text from installation_fact f)
      as all`);
  return row?.all;
};
const restore = (path: string, options: { replace: boolean; known?: readonly string[] }) =>
  inTransaction(database, 'read write', async () =>
    restoreBackup(await checkBackup(path), {
      session: database.session,
      known: knownMigrations,
      migrate: (names) => database.migrate(names),
      ...options,
    }),
  );

test('a backup brings everything back as it was', async () => {
  const before = await digest();
  await database.session.ask('delete from logged_event where id % 2 = 0');
  await database.session.ask(`update city set name = 'Kaunas'`);
  await expect(restore(file, { replace: false })).rejects.toThrow(RestoreRefusedError);
  await expect(restore(file, { replace: false })).rejects.toThrow('rows in city, country, installation_fact');
  await restore(file, { replace: true });
  expect(await digest()).toBe(before);
  const [event] = await database.session.ask<{ id: string }>(
    `insert into logged_event (at, type, topics, subject, audiences) values (now(), 't', '{}', '{}', '{public}') returning id::text`,
  );
  expect(event).toEqual({ id: '12001' });
  await expect(
    database.session.ask(`insert into equipment (id, centre_id) values (gen_random_uuid(), gen_random_uuid())`),
  ).rejects.toThrow();
  await expect(database.session.ask(`delete from country`)).rejects.toThrow('city_country_code_foreign');
  await database.session.ask('delete from logged_event where id = 12001');
});

test('a backup is whole or refused before anything is touched', async () => {
  const before = await digest();
  const bytes = await readFile(file);
  const damaged = join(work, 'damaged.backup');
  const changed = Buffer.from(bytes);
  changed.writeUInt8((changed.at(bytes.length >> 1) ?? 0) ^ 1, bytes.length >> 1);
  for (const content of [bytes.subarray(0, bytes.length >> 1), bytes.subarray(0, -100), changed]) {
    await writeFile(damaged, content);
    await expect(restore(damaged, { replace: true })).rejects.toThrow(BackupUnusableError);
  }
  await writeFile(damaged, 'something else');
  await expect(restore(damaged, { replace: true })).rejects.toThrow('is not a backup of Talka');
  await expect(restore(join(work, 'none'), { replace: true })).rejects.toThrow('does not exist');
  expect(await digest()).toBe(before);
});

test('a backup of a newer version is refused by name', async () => {
  const before = await digest();
  await expect(restore(file, { replace: true, known: knownMigrations.slice(0, -1) })).rejects.toThrow(
    `this one does not know ${knownMigrations.at(-1)}`,
  );
  expect(await digest()).toBe(before);
});

test('a restore that fails midway leaves everything as it was', async () => {
  const before = await digest();
  const backup = await checkBackup(file);
  await expect(
    inTransaction(database, 'read write', () =>
      restoreBackup(
        { ...backup, footer: { ...backup.footer, rows: { ...backup.footer.rows, logged_event: 5 } } },
        {
          session: database.session,
          known: knownMigrations,
          migrate: (names) => database.migrate(names),
          replace: true,
        },
      ),
    ),
  ).rejects.toThrow('Of 5 rows of logged_event 12000 arrived');
  expect(await digest()).toBe(before);
});
