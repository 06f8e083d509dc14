import { readFile } from 'node:fs/promises';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { embeddedOrm } from '../src/database.ts';
import { rowsOf } from '../src/platform/database/database.ts';
import { openInMemory } from '../src/platform/database/embedded/open-embedded.ts';
import { installJobs } from '../src/platform/jobs/install-jobs.ts';
import { queues } from '../src/queues.ts';

/** A migrated database without a row, for as long as a test file needs it. */
export interface BorrowedDatabase {
  readonly orm: MikroORM;
  giveBack(): Promise<void>;
}

/** The database of this worker, which opens it once and empties it between files. */
let own: MikroORM | undefined;
let lent = false;

/** Borrows the worker's database; who needs two at once gets the second for themselves. */
export async function borrowDatabase(): Promise<BorrowedDatabase> {
  if (lent) return openAnother();
  lent = true;
  const giveBack = async () => {
    lent = false;
  };
  if (own) await empty(own);
  else own = (await openAnother()).orm;
  return { orm: own, giveBack };
}

async function openAnother(): Promise<BorrowedDatabase> {
  const pglite = await openInMemory({ image: new Blob([await readFile(inject('templateDatabase'))]) });
  const orm = embeddedOrm(pglite);
  await orm.connect();
  return {
    orm,
    async giveBack() {
      await orm.close();
      await pglite.close();
    },
  };
}

/** Which migrations ran. */
const kept = ['public.mikro_orm_migrations', 'pgboss.version'];

async function empty(orm: MikroORM): Promise<void> {
  const database = rowsOf(orm.em.fork() as EntityManager);
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'pgboss') and schemaname || '.' || tablename <> all(${sql.val(kept)}::text[])`.execute(
    database,
  );
  await sql`truncate ${sql.raw(rows.map(({ name }) => name).join(', '))} restart identity`.execute(database);
  await installJobs(orm, queues);
}
