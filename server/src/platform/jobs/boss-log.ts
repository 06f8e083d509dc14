import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { isOutage } from '../database/retry.ts';

/** Brings what pg-boss reports into our log; an outage of the database once in a while, not at every look. */
export function bossLog(boss: PgBoss, log: Logger, quietFor = 60_000): void {
  let saidAt = Number.NEGATIVE_INFINITY;
  boss.on('error', (error) => {
    // pg-boss hands over copies of errors, which are plain objects.
    const err = error instanceof Error ? error : Object.assign(new Error(String((error as Error).message)), error);
    if (!isOutage(err)) return log.error({ err }, 'jobs: something went wrong');
    if (performance.now() - saidAt < quietFor) return;
    saidAt = performance.now();
    log.error({ err }, 'jobs: the database does not answer; trying again');
  });
  boss.on('warning', ({ message, data }) => log.warn({ data }, `jobs: ${message}`));
}
