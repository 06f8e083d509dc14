import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../../config.ts';
import { migrate, type OpenDatabase, openDatabase } from '../../database.ts';
import { importCentres, readCentreFile } from '../../modules/directory/import/centre-import.service.ts';
import { describeProblems, describeReport } from '../../modules/directory/import/import-report.rules.ts';
import { rowsOf } from '../../platform/database/database.ts';
import { DirectoryInUseError } from '../../platform/database/directory-lock.ts';
import { analyze } from '../../platform/database/statement-limit.ts';

/** What the command needs from the process it runs in. */
export interface Surroundings {
  readonly environment: Record<string, string | undefined>;
  readonly now: Date;
  print(line: string): void;
  complain(line: string): void;
}

/** 0: done. 1: the file has problems, nothing was imported. 2: it could not begin. */
export type ExitCode = 0 | 1 | 2;

const usage = 'Usage: pnpm run import centres FILE.csv [--dry-run]';

/** The command `import centres FILE.csv [--dry-run]`: prints a report and returns the exit code. */
export async function runImport(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const order = readOrder(words);
  if (typeof order === 'string') return giveUp(surroundings, order, usage);
  const bytes = await readFile(order.file).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) {
    const reason = bytes.code === 'ENOENT' ? 'does not exist' : `cannot be read (${bytes.code})`;
    return giveUp(surroundings, `The file ${order.file} ${reason}.`);
  }
  let database: OpenDatabase;
  try {
    database = await openDatabase(readConfig(surroundings.environment));
  } catch (error) {
    if (error instanceof ConfigError || error instanceof DirectoryInUseError)
      return giveUp(surroundings, error.message);
    return giveUp(surroundings, `The database cannot be opened: ${error instanceof Error ? error.message : error}`);
  }
  try {
    return await importFile(database, { ...order, bytes }, surroundings);
  } finally {
    await database.close();
  }
}

async function importFile(
  database: OpenDatabase,
  { file, bytes, dryRun }: { file: string; bytes: Uint8Array; dryRun: boolean },
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { now, print, complain } = surroundings;
  const { orm, embedded } = database;
  // A shared PostgreSQL is brought up to date when its owner says so, not by an import.
  if (embedded) await migrate(database);
  else if ((await orm.migrator.getPending()).length > 0) {
    return giveUp(surroundings, 'The database is not up to date. Run "pnpm run migrate" first. Nothing was imported.');
  }
  const em = orm.em.fork();
  const { centres, problems } = await readCentreFile(em, bytes, now);
  if (problems.length > 0) {
    describeProblems(file, problems).forEach(complain);
    return 1;
  }
  const report = await importCentres(em, centres, { now, dryRun });
  if (!dryRun) await analyze(rowsOf(em));
  describeReport(file, report, dryRun).forEach(print);
  return 0;
}

function readOrder(words: readonly string[]): { file: string; dryRun: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { 'dry-run': { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [what, file, ...rest] = positionals;
    if (what !== 'centres') return `Only centres can be imported${what ? `, not "${what}"` : ''}.`;
    if (!file) return 'Which file?';
    if (rest.length > 0) return `One file at a time, not ${rest.length + 1}.`;
    return { file, dryRun: values['dry-run'] };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function giveUp({ complain }: Surroundings, ...lines: string[]): ExitCode {
  lines.forEach(complain);
  return 2;
}
