import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, readConfig } from '../../config.ts';
import { makeBackup } from './backup.service.ts';
import { type CheckedBackup, checkBackup } from './backup-reader.ts';
import {
  CommandRefusedError,
  describeRows,
  progressPrinter,
  readWords,
  runCommand,
  type Surroundings,
} from './command-line.ts';
import { countWaitingJobs } from './contents.reader.ts';
import { inTransaction, openToCopy } from './copy-database.ts';
import { dumpName } from './dumps.rules.ts';
import { restoreInto } from './restore-into.ts';

const usage = 'Usage: DATABASE_URL=postgres://… pnpm move-to-postgres [--replace]';

/**
 * The command `move-to-postgres`: brings all of the embedded database in DATA_DIR to DATABASE_URL, or changes
 * nothing there. The embedded one stays as it is.
 */
export function runMove(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { environment, print } = surroundings;
  return runCommand(surroundings, async () => {
    const { file, given } = readWords(words, usage, ['replace']);
    if (file) throw new CommandRefusedError(`No file is needed.\n${usage}`);
    const config = readConfig(environment);
    if (config.databaseUrl === undefined) throw new CommandRefusedError(`DATABASE_URL names no database.\n${usage}`);
    if (!(await stat(join(config.dataDirectory, 'database/PG_VERSION')).catch(() => undefined))) {
      throw new CommandRefusedError(
        `There is no embedded database in ${config.dataDirectory}. Set DATA_DIR to the folder that has it.`,
      );
    }
    const target = await openToCopy(config);
    try {
      const backup = await backUpEmbedded(config, surroundings);
      print('Writing to PostgreSQL …');
      await restoreInto(target, backup, { replace: given.has('replace'), print });
      for (const [table, rows] of Object.entries(backup.footer.rows)) {
        if (rows > 0) print(`  ${table}: ${rows.toLocaleString('en')} rows, the same in both`);
      }
      print(`Moved ${describeRows(backup.footer.rows)}. Start Talka with DATABASE_URL from now on.`);
      print(`The embedded database stays as it was in ${config.dataDirectory}; it is not used any more.`);
    } finally {
      await target.close();
    }
  });
}

async function backUpEmbedded(config: Config, { now, print }: Surroundings): Promise<CheckedBackup> {
  const { dataDirectory } = config;
  const folder = join(dataDirectory, 'dumps');
  const path = join(folder, dumpName(now));
  print('Reading the embedded database …');
  const source = await openToCopy({ databaseUrl: undefined, dataDirectory });
  try {
    const waiting = await countWaitingJobs(source.session.ask);
    if (waiting > 0) print(`${waiting} jobs that were not done yet, such as letters, stay behind.`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await inTransaction(source, 'read only', () =>
      makeBackup(source.session, { path, now, onProgress: progressPrinter(print) }),
    );
  } finally {
    await source.close();
  }
  return checkBackup(path);
}
