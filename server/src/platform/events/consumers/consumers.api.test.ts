import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ConsumingProcess, draw, onNumbers, startConsumers } from '../../../../test/consumers.ts';
import { jobsOf } from '../../../../test/jobs.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../database/database.ts';
import { adoptRestoredLog } from '../maintenance/restored-log.service.ts';
import { pruneEventLog } from '../maintenance/retention.service.ts';
import { readConsumerLag } from './consumer-lag.reader.ts';

let world: World;
let running: ConsumingProcess | undefined;
let handled: number[];
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  handled = [];
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  const rows = rowsOf(world.em());
  await sql`delete from pgboss.job`.execute(rows);
  await rows.deleteFrom('event_consumer').execute();
});

const counting = onNumbers('counting', (number) => void handled.push(number));
const start = async (...consumers: Parameters<typeof startConsumers>[1]) => {
  running = await startConsumers(world, consumers);
  return running;
};
const untilHandled = (numbers: readonly number[]) =>
  vi.waitFor(() => expect(handled).toEqual(numbers), { timeout: 30_000, interval: 5 });
const aWeekLater = () => new Date(world.now.getTime() + 8 * 86_400_000);

describe('a durable consumer', () => {
  test('starts with what is recorded after it was first there, and handles it in order', async () => {
    await draw(world, 1, 2);
    await start(counting);
    await draw(world, 3, 4, 5);
    await untilHandled([3, 4, 5]);
  });

  test('goes on where it was after the process was away', async () => {
    const first = await start(counting);
    await draw(world, 1);
    await untilHandled([1]);
    await first.stop();
    await draw(world, 2, 3);
    await start(counting);
    await untilHandled([1, 2, 3]);
  });

  test('keeps what it writes together with its place: what is undone with it is handled again', async () => {
    let killed = false;
    const write = onNumbers('writing', async (number, tx) => {
      handled.push(number);
      await sql`insert into installation_fact (key, value) values (${`drawn ${number}`}, 'true')`.execute(
        rowsOf(tx.em),
      );
      if (number !== 2 || killed) return;
      killed = true;
      throw new Error('killed between what it did and its place');
    });
    const { hurry } = await start(write);
    await draw(world, 1, 2, 3);
    await untilHandled([1, 2]);
    await vi.waitUntil(async () => (await jobsOf(world, 'on-writing'))[0]?.state === 'retry');
    await hurry();
    await untilHandled([1, 2, 2, 3]);
    await vi.waitUntil(async () => (await readConsumerLag(rowsOf(world.em())))[0]?.oldestAt === null);
    const { rows } = await sql`select key from installation_fact where key like 'drawn %' order by key`.execute(
      rowsOf(world.em()),
    );
    expect(rows).toEqual([{ key: 'drawn 1' }, { key: 'drawn 2' }, { key: 'drawn 3' }]);
  });

  test('that fails for good stands among the dead letters, and nothing after it is handled before', async () => {
    let broken = true;
    const failing = onNumbers('failing', (number) => {
      if (broken && number === 2) throw new Error('no such printer');
      handled.push(number);
    });
    const { hurry, jobs } = await start(failing, counting);
    await draw(world, 1, 2, 3);
    const dead = await vi.waitFor(
      async () => {
        await hurry();
        const letters = await jobsOf(world, 'dead-letters');
        expect(letters).toHaveLength(1);
        return letters[0];
      },
      { timeout: 30_000, interval: 20 },
    );
    // The other consumer is not held up.
    expect([...handled].sort()).toEqual([1, 1, 2, 3]);
    expect((await readConsumerLag(rowsOf(world.em()))).map(({ name, oldestAt }) => [name, oldestAt !== null])).toEqual([
      ['counting', false],
      ['failing', true],
    ]);
    handled = [];
    broken = false;
    expect(await jobs.revive(dead?.id ?? '')).toBe(true);
    await untilHandled([2, 3]);
  });

  test('hears only of the events that it reacts to', async () => {
    await start(counting);
    await world
      .em()
      .getConnection()
      .execute(`
      insert into logged_event (at, type, topics, subject, audiences)
      values (now(), 'number.forgotten', '{numbers}', '{"number": "7"}', '{public}')`);
    await draw(world, 8);
    await untilHandled([8]);
  });
});

describe('what a consumer has still to handle', () => {
  test('is not pruned, however old it is; what is before goes', async () => {
    const first = await start(counting);
    await draw(world, 1);
    await untilHandled([1]);
    await vi.waitUntil(async () => (await readConsumerLag(rowsOf(world.em())))[0]?.oldestAt === null);
    await first.stop();
    await draw(world, 2, 3);
    await pruneEventLog(rowsOf(world.em()), aWeekLater());
    const kept = await rowsOf(world.em()).selectFrom('logged_event').select('subject').orderBy('id').execute();
    expect(kept).toEqual([{ subject: { number: '2' } }, { subject: { number: '3' } }]);
    await start(counting);
    await untilHandled([1, 2, 3]);
    await vi.waitUntil(async () => (await readConsumerLag(rowsOf(world.em())))[0]?.oldestAt === null);
    expect(await pruneEventLog(rowsOf(world.em()), aWeekLater())).toBe(2);
  });

  test('is handled also where the log was restored on another server', async () => {
    const first = await start(counting);
    await draw(world, 1);
    await untilHandled([1]);
    await vi.waitUntil(async () => (await readConsumerLag(rowsOf(world.em())))[0]?.oldestAt === null);
    await first.stop();
    await draw(world, 2);
    const rows = rowsOf(world.em());
    for (const table of ['logged_event', 'event_consumer']) {
      await sql`update ${sql.table(table)} set xid = (xid::text::bigint + 1000000)::text::xid8`.execute(rows);
    }
    expect(await adoptRestoredLog(rows)).toBe(true);
    await start(counting);
    await draw(world, 3);
    await untilHandled([1, 2, 3]);
  });

  test('of one that no release knows for a week is forgotten', async () => {
    await start(counting);
    await running?.stop();
    await rowsOf(world.em())
      .updateTable('event_consumer')
      .set({ seen_at: new Date('2026-11-01') })
      .execute();
    await start(onNumbers('other', () => {}));
    expect((await readConsumerLag(rowsOf(world.em()))).map(({ name }) => name)).toEqual(['other']);
  });
});
