import { once } from 'node:events';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { rowsOf } from '../src/platform/database/database.ts';
import { hasPostgres } from './postgres-server.ts';
import { runApp } from './running.ts';
import { until } from './until.ts';
import { postgresWorld, type World } from './world.ts';

describe.runIf(await hasPostgres())('a server that is told to stop', () => {
  let world: World;
  beforeAll(async () => {
    world = await postgresWorld();
  });
  afterAll(() => world.close());

  /** Keeps whoever reads centres waiting until the returned function is called. */
  async function holdCentres(): Promise<() => Promise<void>> {
    const release = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const done = world.em().transactional(async (em) => {
      await sql`lock table centre in access exclusive mode`.execute(rowsOf(em));
      held.resolve();
      await release.promise;
    });
    await held.promise;
    return async () => {
      release.resolve();
      await done;
    };
  }
  const isSomebodyWaiting = async () => {
    const { rows } = await sql`
      select from pg_locks where not granted and relation = 'centre'::regclass`.execute(rowsOf(world.em()));
    return rows.length > 0;
  };

  test('answers what is under way, sends sockets elsewhere and takes nothing new', async () => {
    const app = await runApp({ DATABASE_URL: world.orm.config.get('clientUrl') ?? '' });
    const socket = new WebSocket(`ws://127.0.0.1:${app.port}/graphql`, 'graphql-transport-ws', {
      origin: `http://127.0.0.1:${app.port}`,
    });
    await once(socket, 'open');
    const release = await holdCentres();
    const underWay = app.post('/graphql', { query: '{ centres(first: 1) { totalCount } }' });
    await until(isSomebodyWaiting);

    const closed = once(socket, 'close');
    const stopped = app.close();
    expect((await closed)[0]).toBe(1001);
    await until(() =>
      app.get('/health/live').then(
        (answer) => answer.status === 503,
        () => true,
      ),
    );
    await release();
    const answer = await underWay;
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ data: { centres: { totalCount: 0 } } });
    await stopped;
  });

  test('does not wait forever for an answer', async () => {
    const app = await runApp({ DATABASE_URL: world.orm.config.get('clientUrl') ?? '' });
    const release = await holdCentres();
    const underWay = app.post('/graphql', { query: '{ centres(first: 1) { totalCount } }' });
    await until(isSomebodyWaiting);
    const stopped = app.close(200);
    await expect(underWay).rejects.toThrow();
    await release();
    await stopped;
  });
});
