import { transact } from '../src/platform/context/transact.ts';
import { type Consumer, on, queueOf } from '../src/platform/events/consumers/consumer.ts';
import { type Consumers, type ConsumersOptions, openConsumers } from '../src/platform/events/consumers/consumers.ts';
import { defineEvent } from '../src/platform/events/define-event.ts';
import { record } from '../src/platform/events/record.ts';
import { installJobs } from '../src/platform/jobs/install-jobs.ts';
import { type Jobs, openJobs } from '../src/platform/jobs/jobs.ts';
import { newId } from '../src/shared/ids/ids.ts';
import { endPauses, silent } from './jobs.ts';
import type { World } from './world.ts';

/** Something that tests let happen and react to. */
export const numberDrawn = defineEvent('number.drawn', {
  subject: ({ number }: { readonly number: number }) => ({ number: String(number) }),
  audience: () => ['public'],
  topics: () => ['numbers'],
});

/** Reacts to the numbers that are drawn. */
export const onNumbers = (name: string, handle: (number: number, tx: Parameters<Consumer['handle']>[0]) => unknown) =>
  on(numberDrawn, name, async (tx, { subject }) => void (await handle(Number(subject.number), tx)));

/** One process with its durable consumers. */
export interface ConsumingProcess {
  readonly jobs: Jobs;
  readonly consumers: Consumers;
  /** Ends the pauses after failures, and lets the jobs be run at once. */
  hurry(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a process that works; its looks are quick, so that tests need not wait. */
export async function startConsumers(
  world: World,
  consumers: readonly Consumer[],
  options: Partial<ConsumersOptions> = {},
): Promise<ConsumingProcess> {
  const queues = consumers.map(queueOf);
  await installJobs(world.orm, queues);
  const jobs = await openJobs({ orm: world.orm, log: silent, context: world.context });
  const opened = await openConsumers({
    ...{ consumers, orm: world.orm, jobs, context: () => ({ ...world.context(), jobs, wake: () => opened.wake() }) },
    ...{ wake: () => {}, log: silent, coalesce: 1, poll: 20 },
    ...options,
  });
  await jobs.start();
  return {
    jobs,
    consumers: opened,
    async hurry() {
      await endPauses(world);
      // There is no such dead letter, but all workers look.
      await jobs.revive(newId());
    },
    async stop() {
      await opened.stop();
      await jobs.stop();
    },
  };
}

/** Draws numbers, each in a transaction of its own. */
export async function draw(world: World, ...numbers: number[]): Promise<void> {
  const ctx = await world.contextFor(null);
  for (const number of numbers) await transact(ctx, async (tx) => record(tx, numberDrawn({ number })));
}
