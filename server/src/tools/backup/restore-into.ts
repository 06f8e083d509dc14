import type { CheckedBackup } from './backup-reader.ts';
import { CommandRefusedError, progressPrinter } from './command-line.ts';
import { type CopyDatabase, inTransaction, knownMigrations } from './copy-database.ts';
import { disownLog, passTransactions } from './disown-log.ts';
import { restoreBackup } from './restore.service.ts';

/** Restores in one transaction, refused while others use the database. */
export async function restoreInto(
  database: CopyDatabase,
  backup: CheckedBackup,
  { replace, print }: { replace: boolean; print(line: string): void },
): Promise<void> {
  await refuseWhileUsed(database);
  if (!(await passTransactions(database.session.ask, backup.header.server))) {
    print('Pages that stay open for days may miss events until they are loaded anew.');
  }
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
