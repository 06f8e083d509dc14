import { access, constants, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Config, readConfig } from '../../config.ts';
import { DirectoryInUseError } from '../../platform/database/directory-lock.ts';
import { writeWhole } from './backup-files.ts';
import { CommandRefusedError, readWords, runCommand, type Surroundings, typedPath } from './command-line.ts';
import { dumpName, newestDump } from './dumps.rules.ts';
import { withEmbedded } from './embedded-folder.ts';
import { dumpTo, readThrough } from './postgres-programs.ts';

const usage = 'Usage: pnpm backup [FILE]';

/**
 * The command `backup [FILE]`: writes all of the database to one file, PostgreSQL by its own `pg_dump`, whether Talka
 * runs or not, the embedded database as an archive of its folder, while Talka does not run.
 */
export function runBackup(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { environment, now, print } = surroundings;
  return runCommand(surroundings, async () => {
    const path = typedPath(environment, readWords(words, usage).file ?? dumpName(now));
    await refuseUnwritable(path);
    const config = readConfig(environment);
    await writeWhole(path, (draft) => backUp(config, draft));
    const megabytes = ((await stat(path)).size / 1024 / 1024).toFixed(1);
    print(`Wrote ${path}, ${megabytes} MB.`);
    print('It holds everything, also passwords in hashed form: keep it where only you can read it.');
  });
}

async function refuseUnwritable(path: string): Promise<void> {
  if (await stat(path).catch(() => undefined)) {
    throw new CommandRefusedError(`${path} exists already. Name a new file, or delete that one first.`);
  }
  await access(dirname(path), constants.W_OK).catch(() => {
    throw new CommandRefusedError(
      `${dirname(path)} is no folder that this user may write. Make it, or name a file elsewhere.`,
    );
  });
}

async function backUp({ databaseUrl, dataDirectory }: Config, path: string): Promise<void> {
  if (databaseUrl !== undefined) {
    await dumpTo(path, databaseUrl);
    return readThrough(path);
  }
  await withEmbedded(dataDirectory, async (database) => {
    await writeFile(path, (await database.dumpDataDir('gzip')).stream());
  }).catch(async (error) => {
    throw error instanceof DirectoryInUseError ? await insteadUse(dataDirectory, error) : error;
  });
}

/** The server that runs keeps dumps of its own, a day old at most. */
async function insteadUse(dataDirectory: string, { message }: DirectoryInUseError): Promise<CommandRefusedError> {
  const folder = join(dataDirectory, 'dumps');
  const newest = newestDump(await readdir(folder).catch(() => []));
  const instead = newest ? ` Or take ${join(folder, newest)}, which it wrote by itself.` : '';
  return new CommandRefusedError(`${message} Stop it to make a backup of this moment.${instead}`);
}
