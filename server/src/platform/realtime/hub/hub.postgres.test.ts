import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LiveWorld, liveOn, take, takeEntries } from '../../../../test/live.ts';
import { hasPostgres } from '../../../../test/postgres-server.ts';
import { postgresWorld, type World } from '../../../../test/world.ts';
import { transact } from '../../context/transact.ts';
import { rowsOf } from '../../database/database.ts';
import { comparePositions, encodeCursor } from '../../events/cursor.rules.ts';
import { type LogEntry, readHead } from '../../events/event-log.reader.ts';
import { record } from '../../events/record.ts';

const event = (number: number | string) => ({
  type: 'test.happened',
  topics: ['test'],
  subject: { number: String(number) },
  audiences: ['public'] as const,
});
const numberOf = (entry: LogEntry) => entry.subject.number;

describe.runIf(await hasPostgres())('the live hub on PostgreSQL', () => {
  let world: World;
  let live: LiveWorld;
  beforeAll(async () => {
    world = await postgresWorld();
  });
  afterAll(() => world.close());
  beforeEach(() => {
    live = liveOn(world);
  });
  afterEach(() => live.stop());

  test('two transactions that commit in reverse order both arrive, once each and in order', async () => {
    const stream = await live.hub.follow(['test']);
    const ctx = await world.contextFor(null);
    const slowHasWritten = Promise.withResolvers<void>();
    const slowMayCommit = Promise.withResolvers<void>();
    const slow = transact(ctx, async (tx) => {
      record(tx, event('slow'));
      await tx.em.flush();
      slowHasWritten.resolve();
      await slowMayCommit.promise;
    });
    await slowHasWritten.promise;
    await live.record(event('quick'));
    // Committed, but not readable while the older transaction may still write before it.
    const head = await readHead(rowsOf(world.em()));
    slowMayCommit.resolve();
    await slow;
    const entries = await takeEntries(stream, 2);
    expect(entries.map(numberOf)).toEqual(['slow', 'quick']);
    expect(comparePositions(entries[0] as LogEntry, head)).toBe(1);
    await live.record(event('next'));
    expect((await takeEntries(stream, 1)).map(numberOf)).toEqual(['next']);
  });

  test('an event arrives once the older transaction it waits for is rolled back, which nobody tells', async () => {
    await live.stop();
    live = liveOn(world, { poll: 100 });
    const stream = await live.hub.follow(['test']);
    const idle = world.em();
    await idle.begin();
    await idle.getConnection().execute('select pg_current_xact_id()', [], 'all', idle.getTransactionContext());
    await live.record(event('waits'));
    const arrival = stream.next();
    await idle.rollback();
    expect(await arrival).toMatchObject({ value: { kind: 'entries', entries: [{ subject: { number: 'waits' } }] } });
  });

  test('a transaction in another database of the server holds nothing up', async () => {
    const other = await postgresWorld();
    const idle = other.em();
    await idle.begin();
    await idle.getConnection().execute('select pg_current_xact_id()', [], 'all', idle.getTransactionContext());
    try {
      const before = await live.hub.follow(['test']);
      await live.record(event(1), event(2));
      expect((await takeEntries(before, 2)).map(numberOf)).toEqual(['1', '2']);
      const after = await live.hub.follow(['test']);
      await live.record(event(3));
      for (const stream of [before, after]) expect((await takeEntries(stream, 1)).map(numberOf)).toEqual(['3']);
    } finally {
      await idle.rollback();
      await other.close();
    }
  });

  test('who comes back while another database holds the log up is told what nobody here has read yet', async () => {
    const other = await postgresWorld();
    const idle = other.em();
    await idle.begin();
    await idle.getConnection().execute('select pg_current_xact_id()', [], 'all', idle.getTransactionContext());
    try {
      const running = await live.hub.follow(['test']);
      const place = await readHead(rowsOf(world.em()));
      // As another process would write it, which has not told yet.
      world.wake = () => {};
      await live.record({ type: 'booking.made', topics: ['activity'] });
      const document = 'subscription ($after: Cursor) { activity(after: $after) { ... on Activity { kind } } }';
      const returning = await live.follow<{ activity: { kind: string } }>(null, document, {
        after: encodeCursor(place),
      });
      expect(await take(returning, 1)).toMatchObject([{ data: { activity: { kind: 'BOOKING_MADE' } } }]);
      await running.return();
    } finally {
      await idle.rollback();
      await other.close();
    }
  });

  test('of 8 writers a reader that reconnects 20 times at any place gets every event once, in order', async () => {
    const writers = 8;
    const each = 50;
    let cursor = await readHead(rowsOf(world.em()));
    const ctx = await world.contextFor(null);
    const writing = Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let index = 0; index < each; index += 1) {
          await transact(ctx, async (tx) => record(tx, event(`${writer}:${index}`)));
        }
      }),
    );
    const seen: LogEntry[] = [];
    for (let connection = 0; connection < 20; connection += 1) {
      const stream = await live.hub.follow(['test'], cursor);
      // Sees a few of what comes, then loses the connection with the rest on its way.
      const few = 1 + Math.floor(Math.random() * 15);
      seen.push(...(await takeEntries(stream, few)).slice(0, few));
      await stream.return();
      cursor = seen.at(-1) ?? cursor;
    }
    const last = await live.hub.follow(['test'], cursor);
    seen.push(...(await takeEntries(last, writers * each - seen.length)));
    await writing;

    expect(seen).toHaveLength(writers * each);
    expect(new Set(seen.map(numberOf)).size).toBe(writers * each);
    expect([...seen].sort(comparePositions)).toEqual(seen);
  });
});
