import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase } from '../../../test/postgres.ts';
import { onServer } from '../../../test/postgres-server.ts';
import { openDatabase } from '../../database.ts';
import { rowsOf } from '../../platform/database/database.ts';
import { readEvents, readHead } from '../../platform/events/event-log.reader.ts';
import { openToCopy } from './copy-database.ts';
import { runMove } from './move-command.ts';

let databaseUrl: string;
let work: string;
let said: string[] = [];
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'talka-move-'));
  databaseUrl = await emptyDatabase();
});
afterAll(() => rm(work, { recursive: true }));

const move = (words: string[], environment: Record<string, string>) => {
  said = [];
  const say = (line: string) => void said.push(line);
  return runMove(words, {
    environment: { DATA_DIR: join(work, 'data'), ...environment },
    now: new Date('2026-11-25T08:00:00Z'),
    print: say,
    complain: say,
  });
};
const event = `insert into logged_event (at, type, topics, subject, audiences) values (now(), 'told', '{}', '{}', '{public}')`;

test('an embedded installation moves as a whole, and places in its log meet a gap', async () => {
  expect(await move([], {})).toBe(1);
  expect(said[0]).toContain('DATABASE_URL names no database.');
  expect(await move([], { DATABASE_URL: databaseUrl })).toBe(1);
  expect(said[0]).toContain('There is no embedded database in');

  const embedded = await openToCopy({ databaseUrl: undefined, dataDirectory: join(work, 'data') });
  await embedded.migrate();
  const [{ ahead = '' } = {}] = await onServer<{ ahead: string }>(
    'select (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 30000)::text as ahead',
  );
  await embedded.session.ask(
    `do $$ begin while pg_current_xact_id()::text::bigint < ${ahead} loop commit; end loop; end $$`,
  );
  await embedded.session.ask(event);
  const [{ xid = '', id = '' } = {}] = await embedded.session.ask<{ xid: string; id: string }>(
    'select xid::text, id::text from logged_event',
  );
  expect(await move([], { DATABASE_URL: databaseUrl })).toBe(1);
  expect(said.at(-1)).toContain('in use by another Talka process');
  await embedded.close();

  expect(await move([], { DATABASE_URL: databaseUrl })).toBe(0);
  expect(said).toContain('  logged_event: 1 rows, the same in both');
  expect(await readdir(join(work, 'data/dumps'))).toEqual(['talka-2026-11-25T08-00-00Z.backup']);
  expect(await move([], { DATABASE_URL: databaseUrl })).toBe(1);
  expect(said.at(-1)).toContain('The database is not empty');
  expect(await move(['--replace'], { DATABASE_URL: databaseUrl })).toBe(0);

  const moved = await openDatabase({ databaseUrl, dataDirectory: work });
  const rows = rowsOf(moved.orm.em.fork());
  const seen = { xid: BigInt(xid), id: BigInt(id) };
  expect(await readEvents(rows, seen, { limit: 10 })).toMatchObject({ gap: true });
  const head = await readHead(rows);
  await moved.orm.em.getConnection().execute(event);
  const page = await readEvents(rows, head, { limit: 10, thorough: true });
  expect(page).toMatchObject({ gap: false, entries: [{ type: 'told' }] });
  await moved.close();
});
