import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { Logger } from 'pino';
import { writeWhole } from './backup-files.ts';
import { dumpIsDue, dumpName, dumpsToDelete } from './dumps.rules.ts';

const lookEvery = 15 * 60_000;

/**
 * Writes a backup of the embedded database, which nobody but this process can read while it runs, to `dumps` in the
 * data folder every day, and keeps the last ones.
 */
export function keepDumps(options: {
  readonly database: Pick<PGlite, 'dumpDataDir'>;
  readonly dataDirectory: string;
  readonly log: Logger;
}): { stop(): Promise<void> } {
  const { database, log } = options;
  const folder = join(options.dataDirectory, 'dumps');
  let looking: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    looking = dumpWhereDue(folder, new Date(), database).catch((err) => log.error({ err }, 'no dump could be written'));
  }, lookEvery).unref();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}

/** Writes a dump where the newest one is a day old, then deletes the oldest beyond those kept. */
export async function dumpWhereDue(folder: string, now: Date, database: Pick<PGlite, 'dumpDataDir'>): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!dumpIsDue(await readdir(folder), now)) return false;
  await writeWhole(join(folder, dumpName(now)), async (draft) => {
    await writeFile(draft, (await database.dumpDataDir('gzip')).stream());
  });
  for (const name of dumpsToDelete(await readdir(folder))) await rm(join(folder, name));
  return true;
}
