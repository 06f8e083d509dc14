import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase } from '../../../test/postgres.ts';
import { makeBackup } from './backup.service.ts';
import { checkBackup } from './backup-reader.ts';
import { type CopyDatabase, inTransaction, openToCopy } from './copy-database.ts';
import { runRestore } from './restore-command.ts';
import { restoreInto } from './restore-into.ts';

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'talka-backup-'));
});
afterAll(() => rm(work, { recursive: true }));

/** Each transaction of the load writes a fact and its event. */
const pairs = `
  select (select count(*)::int from installation_fact where key like 'pair %') as facts,
    (select count(*)::int from logged_event where type = 'pair') as events,
    (select count(*)::int from logged_event where type = 'pair'
      and not exists (select from installation_fact where key = 'pair ' || (subject->>'number'))) as alone`;

const restoreTo = async (target: CopyDatabase, file: string, replace = false) =>
  restoreInto(target, await checkBackup(file), { replace, print: () => {} });

test('what is written during a backup is wholly in it or not at all, on either database', async () => {
  const databaseUrl = await emptyDatabase();
  const database = await openToCopy({ databaseUrl, dataDirectory: work });
  await database.migrate();
  await database.session.ask(`
    insert into logged_event (at, type, topics, subject, audiences)
    select now(), 'old', '{}', jsonb_build_object('text', repeat('x', 300)), '{public}'::text[] from generate_series(1, 60000)`);
  const writer = new pg.Client(databaseUrl);
  await writer.connect();
  let [written, stop] = [0, false];
  const load = (async () => {
    for (; !stop; written += 1) {
      await writer.query(`
        with fact as (insert into installation_fact values ('pair ${written}', 'true'))
        insert into logged_event (at, type, topics, subject, audiences)
        values (now(), 'pair', '{}', '{"number": "${written}"}', '{public}')`);
    }
  })();
  const file = join(work, 'load.backup');
  const before = written;
  const footer = await inTransaction(database, 'read only', () =>
    makeBackup(database.session, { path: file, now: new Date() }),
  );
  expect(written).toBeGreaterThan(before);
  stop = true;
  await load;
  await writer.end();
  await database.close();

  const embedded = await openToCopy({ databaseUrl: undefined, dataDirectory: join(work, 'embedded') });
  await restoreTo(embedded, file);
  const [found] = await embedded.session.ask<{ facts: number; events: number; alone: number }>(pairs);
  expect(found?.alone).toBe(0);
  expect(found?.facts).toBe(found?.events);
  expect(found?.facts).toBe(footer.rows.installation_fact);
  expect(found?.facts).toBeLessThan(written);

  const back = join(work, 'back.backup');
  await inTransaction(embedded, 'read only', () => makeBackup(embedded.session, { path: back, now: new Date() }));
  await embedded.close();
  const again = await openToCopy({ databaseUrl: await emptyDatabase(), dataDirectory: work });
  await restoreTo(again, back);
  expect(await again.session.ask(pairs)).toEqual([found]);
  await again.close();
});

test('a database that a server uses is not restored into', async () => {
  const databaseUrl = await emptyDatabase();
  const server = new pg.Client(databaseUrl);
  await server.connect();
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const environment = { DATABASE_URL: databaseUrl, INIT_CWD: work };
  const surroundings = { environment, now: new Date(), print: say, complain: say };
  expect(await runRestore(['load.backup'], surroundings)).toBe(1);
  expect(said.at(-1)).toContain('The database is in use by 1 other connections. Stop Talka');
  await server.end();
  expect(await runRestore(['load.backup'], surroundings)).toBe(0);
});
