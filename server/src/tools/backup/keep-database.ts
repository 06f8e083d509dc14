import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import type { OpenDatabase } from '../../platform/database/database.ts';
import { keepDumps } from './dumps.ts';

/** Keeps dumps of the embedded database; PostgreSQL is backed up from outside. */
export async function keepDatabase(
  { pglite }: OpenDatabase,
  { dataDirectory }: Pick<Config, 'dataDirectory'>,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  if (!pglite) return { stop: async () => {} };
  // What preparing wrote need not be gone through again after a crash.
  await pglite.exec('checkpoint');
  return keepDumps({ database: pglite, dataDirectory, log });
}
