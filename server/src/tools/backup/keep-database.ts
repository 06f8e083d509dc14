import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import type { OpenDatabase } from '../../platform/database/database.ts';
import { keepDumps } from './dumps.ts';
import { answerCommands } from './running-server.ts';

/**
 * Keeps backups of the embedded database, which nobody but this process can read while it runs. PostgreSQL
 * is backed up from outside.
 */
export async function keepDatabase(
  { pglite }: OpenDatabase,
  { dataDirectory }: Pick<Config, 'dataDirectory'>,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  if (!pglite) return { stop: async () => {} };
  // What preparing wrote need not be gone through again after a crash.
  await pglite.exec('checkpoint');
  const dumps = keepDumps({ pglite, dataDirectory, log, now: () => new Date() });
  const stopAnswering = await answerCommands(dataDirectory, dumps);
  if (!stopAnswering) log.warn({ dataDirectory }, 'the path is too long for "pnpm backup" to ask this server');
  return {
    async stop() {
      await stopAnswering?.();
      await dumps.stop();
    },
  };
}
