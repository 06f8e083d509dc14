import { connect } from '@nats-io/transport-node';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BreakableProxy, breakableProxy } from '../../../../test/breakable-proxy.ts';
import { type LiveWorld, liveOn, takeEntries } from '../../../../test/live.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { transact } from '../../context/transact.ts';
import { record } from '../../events/record.ts';

const natsUrl = process.env.TEST_NATS_URL ?? 'nats://127.0.0.1:4222';
const hasNats = () =>
  connect({ servers: new URL(natsUrl).host, reconnect: false, timeout: 3000 }).then(
    (connection) => connection.close().then(() => true),
    () => false,
  );
const [onPostgres, onNats] = [await hasPostgres(), await hasNats()];
const silent = pino({ level: 'silent' });

describe.each([
  { channel: 'PostgreSQL', runs: onPostgres },
  { channel: 'NATS', runs: onPostgres && onNats },
])('two processes that wake each other over $channel', ({ channel, runs }) => {
  let world: World;
  let way: BreakableProxy;
  let here: LiveWorld;
  let there: LiveWorld;
  let listening: PromiseWithResolvers<void>;
  beforeAll(async () => {
    if (!runs) return;
    world = await postgresWorld();
    const databaseUrl = world.orm.config.get('clientUrl') ?? '';
    way = await (channel === 'NATS' ? breakableProxy(natsUrl, 4222) : breakableProxy(databaseUrl, 5432));
  });
  afterAll(async () => {
    await way?.close();
    await world?.close();
  });

  /** One process hears the other by the way that may break. */
  async function start(poll: number): Promise<void> {
    const databaseUrl = world.orm.config.get('clientUrl') ?? '';
    const direct = channel === 'NATS' ? { databaseUrl, natsUrl } : { databaseUrl };
    const broken = channel === 'NATS' ? { databaseUrl, natsUrl: way.url } : { databaseUrl: way.url };
    const heard = Promise.withResolvers<void>();
    listening = Promise.withResolvers();
    here = liveOn(world, { ...direct, onListening: heard.resolve });
    there = liveOn(world, { ...broken, poll, log: silent, onListening: () => listening.resolve() });
    await Promise.all([heard.promise, listening.promise]);
  }
  beforeEach(() => {
    way?.mend();
  });
  afterEach(() => Promise.all([here?.stop(), there?.stop()]));

  async function happen(number: number): Promise<void> {
    const ctx = { ...(await world.contextFor(null)), wake: here.hub.wake };
    const subject = { number: String(number) };
    await transact(ctx, async (tx) =>
      record(tx, { type: 'test.happened', topics: ['test'], subject, audiences: ['public'] }),
    );
  }
  const heard = async (stream: Parameters<typeof takeEntries>[0], count: number) =>
    (await takeEntries(stream, count)).map(({ subject }) => Number(subject.number));

  test.runIf(runs)('hear of each change at once, and of those of a break when it is over', async () => {
    await start(600_000);
    const stream = await there.hub.follow(['test']);
    for (const number of [1, 2, 3]) {
      await happen(number);
      expect(await heard(stream, 1)).toEqual([number]);
    }
    listening = Promise.withResolvers();
    way.break();
    await happen(4);
    way.mend();
    await listening.promise;
    expect(await heard(stream, 1)).toEqual([4]);
    await happen(5);
    expect(await heard(stream, 1)).toEqual([5]);
  });

  test.runIf(runs)('read now and then while the way between them is broken', async () => {
    await start(50);
    const stream = await there.hub.follow(['test']);
    way.break();
    await happen(1);
    expect(await heard(stream, 1)).toEqual([1]);
    await happen(2);
    expect(await heard(stream, 1)).toEqual([2]);
  });
});
