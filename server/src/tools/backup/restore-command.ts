import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readConfig } from '../../config.ts';
import { kindOf, refuseNewer } from './backup-files.ts';
import { CommandRefusedError, readWords, runCommand, type Surroundings, typedPath } from './command-line.ts';
import { databaseFolder, hasEmbedded, migrationsOf, openFolder, underLock } from './embedded-folder.ts';
import { pour, readThrough, rowsIn, scriptOf } from './postgres-programs.ts';
import { refuseTarget } from './restore-target.ts';
import { disownLog, dropEverything, forgetJobs, passTransactions } from './restored.sql.ts';

const usage = 'Usage: pnpm restore FILE [--replace]';

/** The command `restore FILE [--replace]`: puts a backup in place of what the database holds, or changes nothing. */
export function runRestore(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { environment, print } = surroundings;
  return runCommand(surroundings, async () => {
    const { file, replace } = readWords(words, usage);
    if (!file) throw new CommandRefusedError(`Which file?\n${usage}`);
    const path = typedPath(environment, file);
    const { databaseUrl, dataDirectory } = readConfig(environment);
    const kind = await kindOf(path);
    if (kind === 'postgres' && databaseUrl === undefined) {
      throw new CommandRefusedError(`${path} is a backup of PostgreSQL: set DATABASE_URL to where it should go.`);
    }
    if (kind === 'embedded' && databaseUrl !== undefined) {
      throw new CommandRefusedError(
        `${path} is a backup of the embedded database: restore it without DATABASE_URL, then run move-to-postgres.`,
      );
    }
    print('Restoring …');
    if (databaseUrl === undefined) await restoreFolder(path, dataDirectory, replace);
    else await restoreServer(path, databaseUrl, replace);
    print('Restored. The next start brings the database up to date.');
  });
}

async function restoreServer(path: string, databaseUrl: string, replace: boolean): Promise<void> {
  await readThrough(path);
  refuseNewer((await rowsIn(path, 'mikro_orm_migrations')).match(/\bMigration\d+\b/g) ?? []);
  await refuseTarget(databaseUrl, replace);
  await pour(databaseUrl, async function* () {
    yield dropEverything;
    yield* scriptOf(path);
    yield `${disownLog}${forgetJobs}analyze;`;
  });
}

/** The archive is unpacked beside the database and takes its place when it has proved to be one. */
async function restoreFolder(path: string, dataDirectory: string, replace: boolean): Promise<void> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  await underLock(dataDirectory, async () => {
    if (!replace && (await hasEmbedded(dataDirectory))) {
      throw new CommandRefusedError(
        `There is a database in ${dataDirectory}. Add --replace to put the backup in its place. Nothing was changed.`,
      );
    }
    const unpacked = join(dataDirectory, 'database.restoring');
    const former = join(dataDirectory, 'database.former');
    try {
      await unpack(path, unpacked);
      await rm(former, { recursive: true, force: true });
      if (await hasEmbedded(dataDirectory)) await rename(databaseFolder(dataDirectory), former);
      await rename(unpacked, databaseFolder(dataDirectory));
      await rm(former, { recursive: true, force: true });
    } finally {
      await rm(unpacked, { recursive: true, force: true });
    }
  });
}

async function unpack(path: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const damaged = (cause: unknown) => {
    const what = `${path} is damaged, or of another version of the embedded database. Nothing was changed.`;
    throw new CommandRefusedError(what, { cause });
  };
  const archive = await promisify(gunzip)(await readFile(path)).catch(damaged);
  const database = await openFolder(folder, new Blob([archive])).catch(damaged);
  try {
    refuseNewer(await migrationsOf(database));
    await database.exec(passTransactions);
    await database.exec(`begin; ${disownLog} ${forgetJobs} commit`);
  } finally {
    await database.close();
  }
}
