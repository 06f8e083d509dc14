import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LiveWorld, liveOn, takeEntries } from '../../test/live.ts';
import { hasPostgres, postgresWorld, type World } from '../../test/world.ts';

const numberOf = ({ subject }: { subject: Readonly<Record<string, string>> }) => subject.number;
const numbered = (number: number) => ({ subject: { number: String(number) } });

describe.runIf(await hasPostgres())('when PostgreSQL goes away', () => {
  let world: World;
  let live: LiveWorld;
  let lines: { level: number; msg: string }[];
  let listening: PromiseWithResolvers<void>;
  beforeAll(async () => {
    world = await postgresWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    lines = [];
    listening = Promise.withResolvers();
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    const databaseUrl = world.orm.config.get('clientUrl') ?? '';
    live = liveOn(world, { databaseUrl, log, poll: 50, onListening: () => listening.resolve() });
    await listening.promise;
  });
  afterEach(() => live.stop());

  /** Ends every connection to the world's database but the one that says so. */
  const cutConnections = async () => {
    const cut =
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
    await world.orm.em.getConnection().execute(cut);
  };
  /** Lets nobody in, and out with those who are. */
  const allowConnections = async (allowed: boolean) => {
    const other = await postgresWorld();
    const name = world.orm.config.get('dbName');
    await other.orm.em.getConnection().execute(`alter database ${name} allow_connections ${allowed}`);
    const out = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = ?';
    if (!allowed) await other.orm.em.getConnection().execute(out, [name]);
    await other.close();
  };

  test('a stream goes on over broken connections without loss or repetition', async () => {
    const stream = await live.hub.subscribe({ topics: ['test'] });
    await live.announce(numbered(1));
    expect((await takeEntries(stream, 1)).map(numberOf)).toEqual(['1']);
    await cutConnections();
    await live.announce(numbered(2), numbered(3));
    expect((await takeEntries(stream, 2)).map(numberOf)).toEqual(['2', '3']);
  });

  test('this process hears the others again', async () => {
    const back = Promise.withResolvers<void>();
    listening = back;
    await cutConnections();
    await back.promise;
    expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
  });

  test('it is logged once, however many streams wait, and they all go on', async () => {
    const streams = await Promise.all(Array.from({ length: 5 }, () => live.hub.subscribe({ topics: ['test'] })));
    await live.announce(numbered(1));
    for (const stream of streams) await takeEntries(stream, 1);
    await allowConnections(false);
    const late = live.hub.subscribe({ topics: ['test'] });
    await expect.poll(() => lines.filter(({ level }) => level >= 50).length).toBe(2);
    await allowConnections(true);
    await late;
    await live.announce(numbered(2));
    for (const stream of [...streams, await late]) {
      expect((await takeEntries(stream, 1)).map(numberOf)).toEqual(['2']);
    }
    expect(
      lines
        .filter(({ level }) => level >= 50)
        .map(({ msg }) => msg)
        .sort(),
    ).toEqual([
      'live updates: listening to other processes failed; trying again',
      'live updates: reading the event log failed; trying again',
    ]);
  });
});
