import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EmbeddedDatabase } from './embedded-database.ts';
import { openEmbedded } from './open-embedded.ts';

describe('the embedded database on a thread of its own', () => {
  let directory: string;
  let database: EmbeddedDatabase;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'talka-embedded-'));
    database = await openEmbedded(directory);
    await database.exec(`create extension btree_gist; create table slot (id int, during tstzrange,
      constraint slot_no_overlap exclude using gist (id with =, during with &&))`);
  });
  afterAll(async () => {
    await database.close();
    await rm(directory, { recursive: true });
  });
  const take = (on: Pick<EmbeddedDatabase, 'query'>, id: number) =>
    on.query("insert into slot values ($1, '[2026-11-25 10:00Z, 2026-11-25 11:00Z)')", [id]);
  const slots = async () => (await database.query<{ id: number }>('select id from slot order by id')).rows;

  test('lets the process go on while it works', async () => {
    let worked = false;
    const work = database.query('select count(*) from generate_series(1, 3000000)').then(() => {
      worked = true;
    });
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(worked).toBe(false);
    await work;
  });

  test('tells by the fields of an error what went wrong', async () => {
    await take(database, 1);
    await expect(take(database, 1)).rejects.toMatchObject({ code: '23P01', constraint: 'slot_no_overlap' });
  });

  test('keeps what a transaction did, or nothing of it, and lets nobody in between', async () => {
    const failing = database.transaction(async (tx) => {
      await take(tx, 2);
      throw new Error('changed my mind');
    });
    const seen = slots();
    const kept = database.transaction((tx) => take(tx, 3));
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await seen).toEqual([{ id: 1 }]);
    await kept;
    expect(await slots()).toEqual([{ id: 1 }, { id: 3 }]);
  });

  test('refuses one who asks after it was closed', async () => {
    const other = await mkdtemp(join(tmpdir(), 'talka-embedded-'));
    const closed = await openEmbedded(other);
    await closed.close();
    await expect(closed.query('select 1')).rejects.toThrow('has ended');
    await rm(other, { recursive: true });
  });

  test('makes a folder anew that a crash left half made', async () => {
    const other = await mkdtemp(join(tmpdir(), 'talka-embedded-'));
    const first = await openEmbedded(other);
    await first.exec('create table half_made ()');
    await first.close();
    await writeFile(join(other, 'database.unfinished'), '');
    const again = await openEmbedded(other);
    await expect(again.query('select from half_made')).rejects.toMatchObject({ code: '42P01' });
    await again.close();
    await rm(other, { recursive: true });
  });
});
