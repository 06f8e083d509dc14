/**
 * Work beside the requests, kept in the database by pg-boss until it is done:
 *
 *     const jobs = await openJobs({ orm, log, queues, context });
 *     jobs.handle(emails, deliver);                       // what to do, where the queue does not say it itself
 *     await jobs.start();                                 // once the server listens
 *     await enqueue(tx, emails, email);                   // with the transaction of the context, see `enqueue.ts`
 *     await jobs.stop();                                  // after the requests, before the database
 */
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { Logger } from 'pino';
import { stableId } from '../../shared/ids/stable-id.rules.ts';
import type { Context, JobOptions } from '../context/context.ts';
import { rowsOf } from '../database/database.ts';
import { afterCommit } from './after-commit.ts';
import { type BossDatabase, openBoss } from './boss.ts';
import { bossLog } from './boss-log.ts';
import { deadLetters, type Handler, type Queue } from './queue.ts';
import { runJobs } from './run-jobs.ts';

export interface Jobs {
  /** Adds a job, with the commit of the entity manager's transaction where it is in one. */
  enqueue<Data extends object>(em: EntityManager, queue: Queue<Data>, data: Data, options?: JobOptions): Promise<void>;
  /** Says what a queue's jobs do; a process without it leaves them to others. */
  handle<Data extends object>(queue: Queue<Data>, handler: Handler<Data>): void;
  /** Begins to work. */
  start(): Promise<void>;
  /** Sends a dead letter back to its queue. Returns whether it was there. */
  revive(id: string): Promise<boolean>;
  /** Deletes a dead letter. */
  discard(id: string): Promise<void>;
  /** Lets what runs end within so many milliseconds; the rest goes back to be run again. */
  stop(within?: number): Promise<void>;
}

interface JobsParts {
  readonly orm: MikroORM;
  readonly log: Logger;
  /** A context of its own for each attempt at a job. */
  readonly context: () => Context;
  /** Those of the modules, with what their jobs do. */
  readonly queues?: readonly Queue[];
}

/** Connects to the queues, which `installJobs` made. */
export async function openJobs({ orm, log, context, queues = [] }: JobsParts): Promise<Jobs> {
  const { boss, pace } = await openBoss(orm, { schedule: true, supervise: true });
  bossLog(boss, log);
  await boss.start();
  const handlers = new Map<string, () => Promise<string>>();
  const workers = new Map<string, string>();
  const wake = (name: string) => {
    const worker = workers.get(name);
    if (worker !== undefined) boss.notifyWorker(worker);
  };
  const whenCommitted = afterCommit(orm, wake);
  const attempt = () => {
    const ctx = context();
    return { ctx, em: ctx.em, db: rowsOf(ctx.em), now: ctx.now, log };
  };
  const jobs: Jobs = {
    async enqueue(em, queue, data, { key, at } = {}) {
      const id = key === undefined ? undefined : stableId(`job:${queue.name}`, key);
      await boss.send(queue.name, data, {
        db: over(em),
        ...(id !== undefined && { id }),
        ...(at && { startAfter: at }),
      });
      whenCommitted(em, queue.name);
    },
    handle(queue, handler) {
      const { name, atOnce = 5 } = queue;
      const options = { pollingIntervalSeconds: pace.jobs, batchSize: atOnce, burstWhenBatchFull: true } as const;
      handlers.set(name, () =>
        boss.work(
          name,
          { ...options, includeMetadata: true, perJobResults: true },
          runJobs(boss, queue, handler, attempt),
        ),
      );
    },
    async start() {
      for (const [name, begin] of handlers) workers.set(name, await begin());
    },
    async revive(id) {
      const revived = (await boss.redrive(deadLetters.name, { ids: [id] })) > 0;
      for (const worker of workers.values()) boss.notifyWorker(worker);
      return revived;
    },
    async discard(id) {
      await boss.deleteJob(deadLetters.name, id);
    },
    stop: (timeout = 5000) => boss.stop({ timeout, graceful: timeout > 0 }),
  };
  for (const queue of queues) if (queue.handle) jobs.handle(queue, queue.handle);
  return jobs;
}

/** The connection or transaction of an entity manager as pg-boss wants it. */
const over = (em: EntityManager): BossDatabase => ({
  async executeSql(text, values) {
    const { rows } = await em.getKysely().executeQuery(CompiledQuery.raw(text, values ?? []));
    return { rows };
  },
});
