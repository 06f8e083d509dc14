import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endPauses, jobsDone, jobsOf, silent, testQueue } from '../../../test/jobs.ts';
import { hasPostgres } from '../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../test/world.ts';
import { installJobs } from './install-jobs.ts';
import { openJobs } from './jobs.ts';

describe.runIf(await hasPostgres())('several processes on one database', () => {
  let world: World;
  beforeAll(async () => {
    world = await postgresWorld();
    // As processes that start at the same moment do.
    await Promise.all([1, 2, 3].map(() => installJobs(world.orm, [testQueue])));
  });
  afterAll(() => world.close());

  test('run each job once', async () => {
    const done: number[] = [];
    const processes = await Promise.all(
      [1, 2, 3].map(() => openJobs({ orm: world.orm, log: silent, context: world.context })),
    );
    for (const jobs of processes) {
      jobs.handle(testQueue, async ({ number }) => void done.push(number));
      await jobs.start();
    }
    const numbers = Array.from({ length: 60 }, (_, number) => number);
    await Promise.all(
      numbers.map((number) =>
        processes[number % 3]?.enqueue(world.em(), testQueue, { number }, { key: `number ${number}` }),
      ),
    );
    await jobsDone(world);
    await Promise.all(processes.map((jobs) => jobs.stop()));
    expect(done.sort((a, b) => a - b)).toEqual(numbers);
  });

  test('take over a job that one of them hands back', async () => {
    const [stopping, staying] = await Promise.all(
      [1, 2].map(() => openJobs({ orm: world.orm, log: silent, context: world.context })),
    );
    const started = Promise.withResolvers<void>();
    stopping?.handle(testQueue, async (_data, { signal }) => {
      started.resolve();
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('told to stop')));
      });
    });
    await stopping?.start();
    await stopping?.enqueue(world.em(), testQueue, { number: 100 }, { key: 'handed back' });
    await started.promise;
    await stopping?.stop(0);
    const done: number[] = [];
    staying?.handle(testQueue, async ({ number }) => void done.push(number));
    await staying?.start();
    await endPauses(world);
    await staying?.enqueue(world.em(), testQueue, { number: 101 });
    await jobsDone(world);
    await staying?.stop();
    expect(done.sort()).toEqual([100, 101]);
    expect((await jobsOf(world, 'test')).filter(({ state }) => state !== 'completed')).toEqual([]);
  });
});
