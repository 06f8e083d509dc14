import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError } from '../../config.ts';
import { DirectoryInUseError } from '../../platform/database/directory-lock.ts';
import { explainStartFailure } from '../../start-failure.ts';
import { BackupUnusableError } from './backup-reader.ts';
import { RestoreRefusedError } from './restore.service.ts';
import { ServerAnswerError } from './running-server.ts';

/** What a command needs from the process it runs in. */
export interface Surroundings {
  readonly environment: Record<string, string | undefined>;
  readonly now: Date;
  print(line: string): void;
  complain(line: string): void;
}

/** The person who typed the command has to change something; the message says what. */
export class CommandRefusedError extends Error {}

/** Runs a command and returns its exit code: 0 done, 1 refused or failed with nothing changed. */
export async function runCommand(surroundings: Surroundings, work: () => Promise<void>): Promise<number> {
  try {
    await work();
    return 0;
  } catch (error) {
    const sentence = explain(error);
    surroundings.complain(sentence ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
    return 1;
  }
}

const ours = [
  CommandRefusedError,
  BackupUnusableError,
  RestoreRefusedError,
  ServerAnswerError,
  ConfigError,
  DirectoryInUseError,
];

function explain(error: unknown): string | undefined {
  return ours.some((kind) => error instanceof kind) ? (error as Error).message : explainStartFailure(error);
}

/** The words of a command: at most one file, and flags. Throws CommandRefusedError with the usage. */
export function readWords<Flag extends string>(
  words: readonly string[],
  usage: string,
  flags: readonly Flag[],
): { file: string | undefined; given: ReadonlySet<Flag> } {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }])),
      allowPositionals: true,
    });
    if (positionals.length > 1) throw new CommandRefusedError(`One file at a time.\n${usage}`);
    return { file: positionals[0], given: new Set(flags.filter((flag) => values[flag])) };
  } catch (error) {
    if (error instanceof CommandRefusedError) throw error;
    throw new CommandRefusedError(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

/** A file is meant from where the command was typed, which pnpm leaves before it runs a script. */
export const typedPath = (environment: Surroundings['environment'], path: string): string =>
  resolve(environment.INIT_CWD ?? process.cwd(), path);

const pause = 2000;

/** Prints the table under way every two seconds, so that a long run shows that it goes on. */
export function progressPrinter(print: (line: string) => void): (table: string, rows: number) => void {
  let last = performance.now();
  return (table, rows) => {
    if (performance.now() - last < pause) return;
    last = performance.now();
    print(`  ${table}: ${rows.toLocaleString('en')} rows`);
  };
}

/** The sum of the rows of all tables, for people. */
export function describeRows(rows: Readonly<Record<string, number>>): string {
  const sum = Object.values(rows).reduce((total, count) => total + count, 0);
  return `${sum.toLocaleString('en')} rows in ${Object.keys(rows).length} tables`;
}
