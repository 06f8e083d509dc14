import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LiveWorld, liveOn, takeEntries } from '../../../../test/live.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../database/database.ts';
import { readFloor, readHead } from '../../events/event-log.reader.ts';
import { keptDays, pruneEventLog } from '../../events/maintenance/retention.service.ts';

let world: World;
let live: LiveWorld;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  live = liveOn(world, { capacity: 5 });
});
afterEach(() => live.stop());

const database = () => rowsOf(world.em());
const numbered = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => ({ subject: { number: String(from + index) } }));
const numbersOf = (entries: readonly { subject: Readonly<Record<string, string>> }[]) =>
  entries.map((entry) => Number(entry.subject.number));

describe('the live hub', () => {
  test('replays what follows a cursor, then goes on with what happens, each once and in order', async () => {
    const start = await readHead(database());
    await live.record(...numbered(3));
    const stream = await live.hub.follow(['test'], start);
    expect(numbersOf(await takeEntries(stream, 3))).toEqual([1, 2, 3]);
    await live.record(...numbered(3, 4));
    expect(numbersOf(await takeEntries(stream, 3))).toEqual([4, 5, 6]);
    await stream.return();
  });

  test('resumes after any entry with the ones that came after it', async () => {
    const start = await readHead(database());
    await live.record(...numbered(4));
    const whole = await live.hub.follow(['test'], start);
    const entries = await takeEntries(whole, 4);
    for (const [index, entry] of entries.slice(0, 3).entries()) {
      const rest = await live.hub.follow(['test'], entry);
      expect(numbersOf(await takeEntries(rest, 3 - index))).toEqual([2, 3, 4].slice(index));
    }
  });

  test('without a cursor starts with what happens after subscribing', async () => {
    await live.record(...numbered(2));
    const stream = await live.hub.follow(['test']);
    await live.record(...numbered(1, 3));
    expect(numbersOf(await takeEntries(stream, 1))).toEqual([3]);
  });

  test('tells a subscriber of its own topics only, and once where two of them are touched', async () => {
    const stream = await live.hub.follow(['a', 'b']);
    await live.record(
      { topics: ['c'], subject: { number: '1' } },
      { topics: ['a', 'b'], subject: { number: '2' } },
      { topics: ['b', 'c'], subject: { number: '3' } },
    );
    expect(numbersOf(await takeEntries(stream, 2))).toEqual([2, 3]);
  });

  test('keeps a slow subscriber’s place and catches it up from the log', async () => {
    const stream = await live.hub.follow(['test']);
    const quick = await live.hub.follow(['test']);
    // Reads the start of the stream, then nothing while far more arrives than a mailbox holds.
    await live.record(...numbered(1));
    expect(numbersOf(await takeEntries(stream, 1))).toEqual([1]);
    for (let from = 2; from <= 50; from += 1) {
      await live.record(...numbered(1, from));
      await takeEntries(quick, from === 2 ? 2 : 1);
    }
    expect(numbersOf(await takeEntries(stream, 49))).toEqual(Array.from({ length: 49 }, (_, index) => index + 2));
    await live.record(...numbered(1, 51));
    expect(numbersOf(await takeEntries(stream, 1))).toEqual([51]);
  });

  test('ends a stream that waits as soon as it is left', async () => {
    const stream = await live.hub.follow(['test']);
    const waiting = stream.next();
    await stream.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  test('ends every stream when it stops', async () => {
    const stream = await live.hub.follow(['test']);
    const waiting = stream.next();
    await live.stop();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  test('tells of a gap where events after the cursor were pruned, then goes on', async () => {
    const start = await readHead(database());
    await live.record(...numbered(2));
    const [first, second] = await takeEntries(await live.hub.follow(['test'], start), 2);
    const later = new Date(world.now.getTime() + (keptDays * 24 + 1) * 3_600_000);
    expect(await pruneEventLog(database(), later)).toBeGreaterThanOrEqual(2);
    expect(await readFloor(database())).toEqual({ xid: second?.xid, id: second?.id });

    const tooLate = await live.hub.follow(['test'], first);
    expect((await tooLate.next()).value).toMatchObject({ kind: 'gap' });
    const inTime = await live.hub.follow(['test'], second);
    await live.record(...numbered(1, 3));
    expect(numbersOf(await takeEntries(tooLate, 1))).toEqual([3]);
    expect(numbersOf(await takeEntries(inTime, 1))).toEqual([3]);
  });

  test('tells of a gap for a cursor that this database never gave', async () => {
    const { xid } = await readHead(database());
    const stream = await live.hub.follow(['test'], { xid: xid + 1000n, id: 1n });
    expect((await stream.next()).value).toMatchObject({ kind: 'gap' });
  });
});

describe('pruning', () => {
  test('keeps what is younger, and everything after it', async () => {
    await pruneEventLog(database(), new Date(world.now.getTime() + 100 * 86_400_000));
    const start = await readHead(database());
    await live.record(...numbered(1));
    world.now = new Date(world.now.getTime() + 5 * 86_400_000);
    await live.record(...numbered(1, 2));
    world.now = new Date(world.now.getTime() - 5 * 86_400_000);
    await live.record(...numbered(1, 3));
    const [, second] = await takeEntries(await live.hub.follow(['test'], start), 3);
    expect(await pruneEventLog(database(), new Date(world.now.getTime() + 8 * 86_400_000))).toBe(1);
    const rest = await live.hub.follow(['test'], await readFloor(database()));
    expect(numbersOf(await takeEntries(rest, 2))).toEqual([2, 3]);
    expect(second?.subject.number).toBe('2');
  });
});
