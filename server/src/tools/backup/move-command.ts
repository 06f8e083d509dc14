import type { PGlite } from '@electric-sql/pglite';
import { pgDump } from '@electric-sql/pglite-tools/pg_dump';
import { readConfig } from '../../config.ts';
import { refuseNewer } from './backup-files.ts';
import { CommandRefusedError, readWords, runCommand, type Surroundings } from './command-line.ts';
import { migrationsOf, withEmbedded } from './embedded-folder.ts';
import { pour } from './postgres-programs.ts';
import { refuseTarget } from './restore-target.ts';
import { assertRows, disownLog, dropEverything, ourTables } from './restored.sql.ts';

const usage = 'Usage: DATABASE_URL=postgres://… pnpm move-to-postgres [--replace]';

/**
 * The command `move-to-postgres`: brings all of the embedded database in DATA_DIR, with the jobs that wait, to
 * DATABASE_URL, or changes nothing there. The embedded one stays as it is.
 */
export function runMove(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { environment, print } = surroundings;
  return runCommand(surroundings, async () => {
    const { file, replace } = readWords(words, usage);
    if (file) throw new CommandRefusedError(`No file is needed.\n${usage}`);
    const { databaseUrl, dataDirectory } = readConfig(environment);
    if (databaseUrl === undefined) throw new CommandRefusedError(`DATABASE_URL names no database.\n${usage}`);
    await withEmbedded(dataDirectory, async (database) => {
      refuseNewer(await migrationsOf(database));
      await refuseTarget(databaseUrl, replace);
      print('Reading the embedded database …');
      const rows = await countRows(database);
      const dump = await pgDump({ pg: database, args: ['--no-owner', '--no-privileges', '--no-comments'] });
      print('Writing to PostgreSQL …');
      await pour(databaseUrl, async function* () {
        yield dropEverything;
        yield await dump.text();
        yield `${assertRows(rows)}${disownLog}analyze;`;
      });
      for (const [table, count] of rows) if (count > 0) print(`  ${table}: ${count} rows, the same in both`);
    });
    print('Moved. Start Talka with DATABASE_URL from now on.');
    print(`The embedded database stays as it was in ${dataDirectory}; it is not used any more.`);
  });
}

async function countRows(database: PGlite): Promise<Map<string, number>> {
  const { rows: tables } = await database.query<{ name: string }>(ourTables);
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const { rows } = await database.query<{ count: number }>(`select count(*)::int as count from ${name}`);
    counts.set(name, rows[0]?.count ?? 0);
  }
  return counts;
}
