import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ConsumingProcess, draw, onNumbers, startConsumers } from '../../../../test/consumers.ts';
import { jobsOf } from '../../../../test/jobs.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../database/database.ts';

describe.runIf(await hasPostgres())('durable consumers on PostgreSQL', () => {
  let world: World;
  let processes: ConsumingProcess[] = [];
  beforeAll(async () => {
    world = await postgresWorld();
  });
  afterAll(() => world.close());
  afterEach(async () => {
    await Promise.all(processes.map((each) => each.stop()));
    processes = [];
  });

  test('of several processes one at a time handles what happens, each event once and in order', async () => {
    const handled: number[] = [];
    let atOnce = 0;
    let most = 0;
    const consumer = onNumbers('shared', async (number) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await delay(1);
      handled.push(number);
      atOnce -= 1;
    });
    for (let each = 0; each < 3; each += 1) processes.push(await startConsumers(world, [consumer]));
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    for (const number of numbers) {
      await draw(world, number);
      processes[number % 3]?.consumers.wake();
    }
    await vi.waitFor(() => expect(handled).toEqual(numbers), { timeout: 30_000, interval: 10 });
    expect(most).toBe(1);
  });

  test('an event whose handler lost the database before its place was kept is handled again', async () => {
    const handled: number[] = [];
    const consumer = onNumbers('cut', async (number, tx) => {
      handled.push(number);
      const cut = number === 2 && handled.filter((each) => each === 2).length === 1;
      if (cut) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(rowsOf(tx.em));
    });
    const started = await startConsumers(world, [consumer]);
    processes.push(started);
    await draw(world, 1, 2, 3);
    await vi.waitUntil(async () => (await jobsOf(world, 'on-cut'))[0]?.state === 'retry', { timeout: 30_000 });
    await started.hurry();
    await vi.waitFor(() => expect(handled).toEqual([1, 2, 2, 3]), { timeout: 30_000, interval: 10 });
  });

  test('an event that waits for an older transaction to end is handled in its turn', async () => {
    const handled: number[] = [];
    processes.push(await startConsumers(world, [onNumbers('patient', (number) => void handled.push(number))]));
    const older = world.em();
    await older.begin();
    await older.getConnection().execute(
      `insert into logged_event (at, type, topics, subject, audiences)
        values (now(), 'number.drawn', '{numbers}', '{"number": "1"}', '{public}')`,
      [],
      'all',
      older.getTransactionContext(),
    );
    await draw(world, 2);
    await older.commit();
    await vi.waitFor(() => expect(handled).toEqual([1, 2]), { timeout: 30_000, interval: 10 });
  });
});
