import { access, constants, copyFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Config, readConfig } from '../../config.ts';
import { DirectoryInUseError } from '../../platform/database/directory-lock.ts';
import { publishFile } from '../../platform/database/durable-files.ts';
import { makeBackup, type Progress } from './backup.service.ts';
import { checkBackup } from './backup-reader.ts';
import {
  CommandRefusedError,
  describeRows,
  progressPrinter,
  readWords,
  runCommand,
  type Surroundings,
  typedPath,
} from './command-line.ts';
import { inTransaction, openToCopy } from './copy-database.ts';
import { dumpName } from './dumps.rules.ts';
import { askServerForBackup } from './running-server.ts';

const usage = 'Usage: pnpm backup [FILE]';

/** The command `backup [FILE]`: writes all of the database to one file and reads it again. */
export function runBackup(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { environment, now, print } = surroundings;
  return runCommand(surroundings, async () => {
    const { file } = readWords(words, usage, []);
    const path = typedPath(environment, file ?? dumpName(now));
    if (await stat(path).catch(() => undefined)) {
      throw new CommandRefusedError(`${path} exists already. Name a new file, or delete that one first.`);
    }
    const folder = dirname(path);
    await access(folder, constants.W_OK).catch(() => {
      throw new CommandRefusedError(
        `${folder} is no folder that this user may write. Make it, or name a file elsewhere.`,
      );
    });
    const config = readConfig(environment);
    const onProgress = progressPrinter(print);
    await backUpStopped(config, { path, now, onProgress }).catch((error) => {
      if (!(error instanceof DirectoryInUseError)) throw error;
      return askServerForBackup(config.dataDirectory, (made) => fetchFile(made, path), onProgress);
    });
    const { footer } = await checkBackup(path);
    print(`Wrote and checked ${path}: ${describeRows(footer.rows)}, ${await sizeOf(path)}.`);
    print('It holds everything, also passwords in hashed form: keep it where only you can read it.');
  });
}

async function backUpStopped(config: Config, order: { path: string; now: Date; onProgress: Progress }): Promise<void> {
  const database = await openToCopy(config);
  try {
    await inTransaction(database, 'read only', () => makeBackup(database.session, order));
  } finally {
    await database.close();
  }
}

async function fetchFile(made: string, path: string): Promise<void> {
  const draft = `${path}.unfinished`;
  try {
    await copyFile(made, draft);
    await publishFile(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

async function sizeOf(path: string): Promise<string> {
  return `${((await stat(path)).size / 1024 / 1024).toFixed(1)} MB`;
}
