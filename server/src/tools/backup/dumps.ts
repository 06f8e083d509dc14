import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { EmbeddedDatabase } from '../../platform/database/embedded/embedded-database.ts';
import { makeBackup, type Progress } from './backup.service.ts';
import type { BackupFooter } from './backup-format.rules.ts';
import { embeddedSession } from './copy-session.ts';
import { dumpIsDue, dumpName, dumpsToDelete } from './dumps.rules.ts';

const lookEvery = 15 * 60_000;

export interface Dumps {
  /** Writes a backup to `path` while the server runs; other work waits for it. */
  backUp(path: string, onProgress?: Progress): Promise<BackupFooter>;
  stop(): Promise<void>;
}

/** Writes a backup of the embedded database to `dumps` in the data folder every day, and keeps the last ones. */
export function keepDumps(options: {
  readonly pglite: EmbeddedDatabase;
  readonly dataDirectory: string;
  readonly log: Logger;
  readonly now: () => Date;
}): Dumps {
  const { pglite, log, now } = options;
  const folder = join(options.dataDirectory, 'dumps');
  // One after the other: each is a transaction that the only connection is in.
  let work: Promise<unknown> = Promise.resolve();
  const backUp: Dumps['backUp'] = (path, onProgress) => {
    const made = work.then(() =>
      pglite.transaction((tx) => makeBackup(embeddedSession(tx), { path, now: now(), onProgress })),
    );
    work = made.catch(() => undefined);
    return made;
  };
  const look = () => dumpWhereDue(folder, now(), backUp).catch((err) => log.error({ err }, 'no dump could be written'));
  const timer = setInterval(look, lookEvery).unref();
  return {
    backUp,
    async stop() {
      clearInterval(timer);
      await work;
    },
  };
}

/** Writes a dump where the newest one is a day old, then deletes the oldest beyond those kept. */
export async function dumpWhereDue(folder: string, now: Date, backUp: Dumps['backUp']): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!dumpIsDue(await readdir(folder), now)) return false;
  await backUp(join(folder, dumpName(now)));
  for (const name of dumpsToDelete(await readdir(folder))) await rm(join(folder, name));
  return true;
}
