import type { Logger } from 'pino';
import type { Outage } from '../../database/retry.ts';
import type { Database } from '../../database/tables.ts';
import { pruneAudit } from '../audit/audit-retention.service.ts';
import { readConsumerLag } from '../consumers/consumer-lag.reader.ts';
import { adoptRestoredLog } from './restored-log.service.ts';
import { keptDays, pruneEventLog } from './retention.service.ts';

const pruneEvery = 3_600_000;

/** What keeps the log usable while the process runs. */
export interface LogMaintenance {
  /** Resolves once the log can be followed. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/** Adopts a restored log, then prunes what is too old, now and every hour. */
export function maintainLog(options: {
  readonly database: Database;
  readonly outage: Outage;
  readonly log: Logger;
  readonly now: () => Date;
}): LogMaintenance {
  const { database, outage, log, now } = options;
  const end = new AbortController();
  const ready = outage
    .retryWhileUnavailable(() => adoptRestoredLog(database), end.signal)
    .then(
      (adopted) => {
        if (adopted) log.warn('the event log came from another server; clients are told to load anew');
      },
      () => {},
    );
  let work = ready.then(prune);
  const timer = setInterval(() => {
    work = work.then(prune);
  }, pruneEvery).unref();

  async function prune(): Promise<void> {
    if (end.signal.aborted) return;
    try {
      await pruneEventLog(database, now());
      await pruneAudit(database, now());
      const oldest = now().getTime() - keptDays * 86_400_000;
      const late = (await readConsumerLag(database)).filter(({ oldestAt }) => oldestAt && oldestAt.getTime() < oldest);
      if (late.length > 0) log.warn({ late }, 'old events are kept for consumers that have not handled them');
    } catch (err) {
      log.warn({ err }, 'old events could not be deleted');
    }
  }

  return {
    ready,
    async stop() {
      end.abort();
      clearInterval(timer);
      await work;
    },
  };
}
