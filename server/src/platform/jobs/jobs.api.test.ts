import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { endPauses, jobsDone, jobsOf, silent, testQueue } from '../../../test/jobs.ts';
import { until } from '../../../test/until.ts';
import { embeddedWorld, type World } from '../../../test/world.ts';
import { transact } from '../context/transact.ts';
import { rowsOf } from '../database/database.ts';
import { enqueue } from './enqueue.ts';
import { installJobs } from './install-jobs.ts';
import { type Jobs, openJobs } from './jobs.ts';
import { FinalFailure } from './run-jobs.ts';

let world: World;
let jobs: Jobs;
let done: number[];
beforeAll(async () => {
  world = await embeddedWorld();
  await installJobs(world.orm, [testQueue]);
});
afterAll(() => world.close());
beforeEach(async () => {
  done = [];
  jobs = await openJobs({ orm: world.orm, log: silent, context: () => ({ ...world.context(), jobs }) });
});
afterEach(async () => {
  await jobs.stop();
  await sql`delete from pgboss.job`.execute(rowsOf(world.em()));
});

const work = async () => {
  jobs.handle(testQueue, async ({ number }) => void done.push(number));
  await jobs.start();
};

test('a job comes with the commit of its transaction, and is done then', async () => {
  await work();
  const refused = world.em().transactional(async (em) => {
    await jobs.enqueue(em, testQueue, { number: 1 });
    throw new Error('refused');
  });
  await expect(refused).rejects.toThrow('refused');
  await world.em().transactional(async (em) => {
    await jobs.enqueue(em, testQueue, { number: 2 });
    await jobs.enqueue(em, testQueue, { number: 3 });
    expect(done).toEqual([]);
  });
  await jobsDone(world);
  expect(done.sort()).toEqual([2, 3]);
});

test('a job with a key is there once', async () => {
  for (const number of [1, 2]) await jobs.enqueue(world.em(), testQueue, { number }, { key: 'the same' });
  await jobs.enqueue(world.em(), testQueue, { number: 3 }, { key: 'another' });
  await work();
  await jobsDone(world);
  expect(done.sort()).toEqual([1, 3]);
});

test('a service adds one with its transaction, and a job the next one', async () => {
  jobs.handle(testQueue, async ({ number }, { ctx }) => {
    done.push(number);
    if (number < 3) await transact(ctx, (tx) => enqueue(tx, testQueue, { number: number + 1 }));
  });
  await jobs.start();
  const ctx = { ...(await world.contextFor(null)), jobs };
  await transact(ctx, (tx) => enqueue(tx, testQueue, { number: 1 }));
  await until(async () => done.length === 3);
  expect(done).toEqual([1, 2, 3]);
});

test('a job for later waits for its moment', async () => {
  await work();
  const ctx = { ...(await world.contextFor(null)), jobs };
  await enqueue(ctx, testQueue, { number: 1 }, { at: new Date(world.now.getTime() + 100 * 365 * 86_400_000) });
  await enqueue(ctx, testQueue, { number: 2 });
  await jobsDone(world);
  expect(done).toEqual([2]);
});

test('a job that fails is tried again later, then lies among the dead letters until it is sent back', async () => {
  let broken = true;
  jobs.handle(testQueue, async ({ number }) => {
    if (broken) throw new Error('no such printer');
    done.push(number);
  });
  await jobs.start();
  await jobs.enqueue(world.em(), testQueue, { number: 1 });
  const inState = (state: string) => until(async () => (await jobsOf(world, 'test'))[0]?.state === state);
  await inState('retry');
  expect(await jobsOf(world, 'test')).toMatchObject([{ retry_count: 0, output: { reason: 'no such printer' } }]);
  await endPauses(world);
  await jobs.enqueue(world.em(), testQueue, { number: 2 });
  await until(async () => (await jobsOf(world, 'dead-letters')).length === 1);
  const [dead] = await jobsOf(world, 'dead-letters');
  expect(dead).toMatchObject({ data: { number: 1 } });

  broken = false;
  expect(await jobs.revive(dead?.id ?? '')).toBe(true);
  expect(await jobs.revive(dead?.id ?? '')).toBe(false);
  await jobsDone(world);
  expect(done).toEqual([1]);
  expect(await jobsOf(world, 'dead-letters')).toEqual([]);
});

test('a job that cannot be done is not tried again, and can be deleted', async () => {
  jobs.handle(testQueue, async () => {
    throw new FinalFailure('no such mailbox');
  });
  await jobs.start();
  await jobs.enqueue(world.em(), testQueue, { number: 1 });
  await until(async () => (await jobsOf(world, 'dead-letters')).length === 1);
  const [dead] = await jobsOf(world, 'dead-letters');
  await jobs.discard(dead?.id ?? '');
  expect(await jobsOf(world, 'dead-letters')).toEqual([]);
});

test('what runs when the process stops is finished first', async () => {
  const started = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  jobs.handle(testQueue, async ({ number }) => {
    started.resolve();
    await finish.promise;
    done.push(number);
  });
  await jobs.start();
  await jobs.enqueue(world.em(), testQueue, { number: 1 });
  await started.promise;
  const stopped = jobs.stop();
  finish.resolve();
  await stopped;
  expect(done).toEqual([1]);
  expect(await jobsOf(world, 'test')).toMatchObject([{ state: 'completed' }]);
});

test('a schedule is kept in step with the list of queues', async () => {
  const schedules = async () =>
    (await sql`select name, cron from pgboss.schedule order by name`.execute(rowsOf(world.em()))).rows;
  await installJobs(world.orm, [{ ...testQueue, schedule: '0 3 * * *' }]);
  expect(await schedules()).toEqual([{ name: 'test', cron: '0 3 * * *' }]);
  await installJobs(world.orm, [testQueue]);
  expect(await schedules()).toEqual([]);
});
