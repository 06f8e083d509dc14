import { readConfig } from '../config.ts';
import { type CheckedBackup, checkBackup } from './backup-reader.ts';
import {
  CommandRefusedError,
  describeRows,
  progressPrinter,
  readWords,
  runCommand,
  type Surroundings,
  typedPath,
} from './command-line.ts';
import { type CopyDatabase, inTransaction, knownMigrations, openToCopy } from './copy-database.ts';
import { disownLog } from './disown-log.ts';
import { restoreBackup } from './restore.service.ts';

const usage = 'Usage: pnpm restore FILE [--replace]';

/** The command `restore FILE [--replace]`: puts a backup in place of what the database holds, or changes nothing. */
export function runRestore(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { environment, print } = surroundings;
  return runCommand(surroundings, async () => {
    const { file, given } = readWords(words, usage, ['replace']);
    if (!file) throw new CommandRefusedError(`Which file?\n${usage}`);
    const config = readConfig(environment);
    print('Checking the backup …');
    const backup = await checkBackup(typedPath(environment, file));
    print(`It is whole: made ${backup.header.madeAt}, ${describeRows(backup.footer.rows)}.`);
    const database = await openToCopy(config);
    try {
      await restoreInto(database, backup, { replace: given.has('replace'), print });
    } finally {
      await database.close();
    }
    print('Restored. Open pages load anew when they connect again.');
  });
}

/** Restores in one transaction, refused while others use the database. */
export async function restoreInto(
  database: CopyDatabase,
  backup: CheckedBackup,
  { replace, print }: { replace: boolean; print(line: string): void },
): Promise<void> {
  await refuseWhileUsed(database);
  await inTransaction(database, 'read write', async () => {
    await restoreBackup(backup, {
      session: database.session,
      known: knownMigrations,
      migrate: (names) => database.migrate(names),
      replace,
      onProgress: progressPrinter(print),
    });
    await disownLog(database.session.ask);
  });
  await database.session.ask('analyze');
}

/** A server that runs would wait for the tables, then go on with what it remembers of the old ones. */
async function refuseWhileUsed({ session }: CopyDatabase): Promise<void> {
  const [others] = await session.ask<{ count: number }>(`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`);
  if (others && others.count > 0) {
    throw new CommandRefusedError(
      `The database is in use by ${others.count} other connections. Stop Talka, on every machine, and restore again. Nothing was changed.`,
    );
  }
}
