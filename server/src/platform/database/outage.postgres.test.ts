import pg from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LiveWorld, liveOn, takeEntries } from '../../../test/live.ts';
import { hasPostgres, postgresUrl } from '../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../test/world.ts';

const numberOf = ({ subject }: { subject: Readonly<Record<string, string>> }) => subject.number;
const numbered = (number: number) => ({ subject: { number: String(number) } });

describe.runIf(await hasPostgres())('when PostgreSQL goes away', () => {
  let world: World;
  let live: LiveWorld;
  let errors: string[];
  let bothFailed: PromiseWithResolvers<void>;
  let listening: PromiseWithResolvers<void>;
  beforeAll(async () => {
    world = await postgresWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    errors = [];
    bothFailed = Promise.withResolvers();
    listening = Promise.withResolvers();
    const write = (line: string) => {
      if (errors.push(JSON.parse(line).msg) === 2) bothFailed.resolve();
    };
    const log = pino({ level: 'error' }, { write });
    live = liveOn(world, { databaseUrl: databaseUrl(), log, onListening: () => listening.resolve() });
    await listening.promise;
  });
  afterEach(() => live.stop());

  const databaseUrl = () => world.orm.config.get('clientUrl') ?? '';
  const onServer = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: postgresUrl });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  const name = () => world.orm.config.get('dbName');
  const cutConnections = () =>
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name()}' and pid <> pg_backend_pid()`;
  const allowConnections = (allowed: boolean) => `alter database ${name()} allow_connections ${allowed}`;

  test('a stream goes on over broken connections without loss or repetition', async () => {
    const stream = await live.hub.follow(['test']);
    await live.record(numbered(1));
    expect((await takeEntries(stream, 1)).map(numberOf)).toEqual(['1']);
    // Over the pool itself, which so learns of it before it hands out a connection again.
    await world.orm.em.getConnection().execute(cutConnections());
    await live.record(numbered(2), numbered(3));
    expect((await takeEntries(stream, 2)).map(numberOf)).toEqual(['2', '3']);
  });

  test('transactions that lose their connections take none from the pool', async () => {
    const lost = Array.from({ length: 20 }, () =>
      world.em().transactional((em) => em.execute('select pg_terminate_backend(pg_backend_pid())')),
    );
    const outcomes = await Promise.allSettled(lost);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(await world.em().execute('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a process hears the others again', async () => {
    let heard = Promise.withResolvers<void>();
    const other = liveOn(world, { databaseUrl: databaseUrl(), onListening: () => heard.resolve() });
    await heard.promise;
    const stream = await live.hub.follow(['test']);
    heard = Promise.withResolvers();
    listening = Promise.withResolvers();
    await world.orm.em.getConnection().execute(cutConnections());
    await Promise.all([heard.promise, listening.promise]);
    await other.record(numbered(1));
    expect((await takeEntries(stream, 1)).map(numberOf)).toEqual(['1']);
    await other.stop();
  });

  test('it is logged once, however many streams wait, and they all go on', async () => {
    const streams = await Promise.all(Array.from({ length: 5 }, () => live.hub.follow(['test'])));
    await live.record(numbered(1));
    for (const stream of streams) await takeEntries(stream, 1);
    await onServer(allowConnections(false), cutConnections());
    const late = live.hub.follow(['test']);
    await bothFailed.promise;
    await onServer(allowConnections(true));
    streams.push(await late);
    await live.record(numbered(2));
    for (const stream of streams) expect((await takeEntries(stream, 1)).map(numberOf)).toEqual(['2']);
    expect(errors.sort()).toEqual([
      'live updates: listening to other processes failed; trying again',
      'live updates: reading the event log failed; trying again',
    ]);
  });
});
