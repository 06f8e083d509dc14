import { access, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, types } from '@electric-sql/pglite';
import type { Call, Reply, Request } from './embedded-client.ts';
import { embeddedParsers, extensions } from './embedded-database.ts';

/** The thread of the embedded database, which works on one call after the other. */
const { directory } = workerData as { directory: string };
const database = await open();
const housekeeping = setInterval(() => void tidy(), 10 * 60_000);

parentPort?.on('message', async ({ id, call }: Request) => {
  const reply: Reply = await answer(call).then(
    (result) => ({ id, result }),
    (error: Error) => ({ id, error: { message: error.message, ...textsOf(error) } }),
  );
  parentPort?.postMessage(reply);
  if (call.what === 'close') parentPort?.close();
});
parentPort?.postMessage({ id: 0, result: undefined } satisfies Reply);

/** Opens the folder; one that a crash left half made is made anew. */
async function open(): Promise<PGlite> {
  const folder = join(directory, 'database');
  const unfinished = join(directory, 'database.unfinished');
  if (await exists(unfinished)) await rm(folder, { recursive: true, force: true });
  const isNew = !(await exists(join(folder, 'PG_VERSION')));
  if (isNew) await writeFile(unfinished, '');
  const opened = await PGlite.create({ dataDir: folder, extensions, parsers: embeddedParsers });
  if (isNew) await rm(unfinished);
  return opened;
}

async function answer(call: Call): Promise<unknown> {
  switch (call.what) {
    case 'query':
      return database.query(call.sql, call.values, optionsOf(call));
    case 'exec':
      return database.exec(call.sql, optionsOf(call));
    case 'dump':
      return database.dumpDataDir(call.compression);
    case 'close':
      clearInterval(housekeeping);
      return database.close();
  }
}

function optionsOf({ rowMode, blob, nativeTypes }: Extract<Call, { sql: string }>) {
  return {
    ...(rowMode && { rowMode }),
    ...(blob && { blob }),
    parsers: nativeTypes ? types.parsers : embeddedParsers,
  };
}

/**
 * There is no process beside this one that would do it: statistics for the planner, and a checkpoint, without which
 * a start after a crash goes through everything that was ever written.
 */
async function tidy(): Promise<void> {
  if (database.isInTransaction()) return;
  await database.exec('analyze; checkpoint').catch(() => {
    // What keeps it from writing, such as a full disk, is told to those who write.
  });
}

/** Of the fields of an error those that can travel: what PostgreSQL said. */
function textsOf(error: object): Record<string, string> {
  return Object.fromEntries(Object.entries(error).filter(([, value]) => typeof value === 'string'));
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
