import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError } from '../../config.ts';
import { DirectoryInUseError } from '../../platform/database/directory-lock.ts';
import { explainStartFailure } from '../../start-failure.ts';

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

const ours = [CommandRefusedError, ConfigError, DirectoryInUseError];

function explain(error: unknown): string | undefined {
  return ours.some((kind) => error instanceof kind) ? (error as Error).message : explainStartFailure(error);
}

/** The words of a command: at most one file, and perhaps `--replace`. Throws CommandRefusedError with the usage. */
export function readWords(words: readonly string[], usage: string): { file: string | undefined; replace: boolean } {
  try {
    const options = { replace: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    if (positionals.length > 1) throw new Error('One file at a time.');
    return { file: positionals[0], replace: values.replace === true };
  } catch (error) {
    throw new CommandRefusedError(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

/** A file is meant from where the command was typed, which pnpm leaves before it runs a script. */
export const typedPath = (environment: Surroundings['environment'], path: string): string =>
  resolve(environment.INIT_CWD ?? process.cwd(), path);
