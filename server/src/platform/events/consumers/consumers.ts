/**
 * The durable consumers of a process:
 *
 *     const consumers = await openConsumers({ consumers: all, orm, jobs, context, wake: hub.wake, log });
 *     makeContext({ …, wake: consumers.wake });    // transact() calls it after each commit
 *     await jobs.start();                          // which run them
 *     await consumers.stop();                      // before the jobs
 *
 * After each commit of this process, and now and then as a net, it looks which consumers have events to handle and
 * makes a job for each. Without consumers it does nothing.
 */
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Context } from '../../context/context.ts';
import { rowsOf } from '../../database/database.ts';
import { readQueuesWithDeadLetters } from '../../jobs/dead-letters.reader.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import { type Consumer, queueOf } from './consumer.ts';
import { readConsumerLag } from './consumer-lag.reader.ts';
import { registerConsumers } from './consumer-place.service.ts';
import { runConsumer } from './run-consumer.service.ts';

export interface ConsumersOptions {
  readonly consumers: readonly Consumer[];
  readonly orm: MikroORM;
  readonly jobs: Pick<Jobs, 'handle' | 'enqueue'>;
  /** A context of its own for each event, which wakes these consumers again. */
  readonly context: () => Context;
  /** What else is woken after each commit: the live hub. */
  readonly wake: () => void;
  readonly log: Logger;
  /** Milliseconds between two looks at least. */
  readonly coalesce?: number;
  /** Milliseconds between two looks that nobody asked for. */
  readonly poll?: number;
}

export interface Consumers {
  /** The log grew by a commit of this process. */
  readonly wake: () => void;
  stop(): Promise<void>;
}

/** Registers the consumers, says what their jobs do and begins to look for events. */
export async function openConsumers(options: ConsumersOptions): Promise<Consumers> {
  const { consumers, orm, jobs, context, log, coalesce = 50, poll = 10_000 } = options;
  if (consumers.length === 0) return { wake: options.wake, stop: async () => {} };
  const fork = () => orm.em.fork() as EntityManager;
  await registerConsumers(rowsOf(fork()), consumers, new Date());
  for (const consumer of consumers) {
    jobs.handle(queueOf(consumer), (_data, { signal }) => runConsumer(consumer, context, signal));
  }

  let timer: NodeJS.Timeout | undefined;
  let due = Number.POSITIVE_INFINITY;
  let pause = coalesce;
  let looking: Promise<void> | undefined;

  function schedule(wait: number): void {
    if (performance.now() + wait >= due) return;
    due = performance.now() + wait;
    clearTimeout(timer);
    timer = setTimeout(() => {
      due = Number.POSITIVE_INFINITY;
      looking = look().then(schedule);
    }, wait).unref();
  }

  /** Makes a job for every consumer with events to handle. Returns after how many milliseconds to look again. */
  async function look(): Promise<number> {
    const behind = await makeJobs().catch((err) => {
      log.warn({ err }, 'consumers of events could not be looked after');
      return 0;
    });
    // An event may wait for an older transaction to end, or have come while a job was ending.
    pause = behind > 0 ? Math.min(pause * 2, poll) : coalesce;
    return behind > 0 ? pause : poll;
  }

  async function makeJobs(): Promise<number> {
    const em = fork();
    const lags = await readConsumerLag(rowsOf(em));
    const behind = new Set(lags.filter(({ oldestAt }) => oldestAt).map(({ name }) => name));
    // One that failed for good waits until an operator sends its job back or deletes it.
    const stuck = behind.size > 0 ? await readQueuesWithDeadLetters(rowsOf(em)) : new Set();
    const able = consumers
      .filter(({ name }) => behind.has(name))
      .map(queueOf)
      .filter(({ name }) => !stuck.has(name));
    for (const queue of able) await jobs.enqueue(em, queue, {});
    return able.length;
  }

  function wake(): void {
    options.wake();
    schedule(coalesce);
  }

  schedule(0);
  return {
    wake,
    async stop() {
      due = Number.NEGATIVE_INFINITY;
      clearTimeout(timer);
      await looking;
    },
  };
}
