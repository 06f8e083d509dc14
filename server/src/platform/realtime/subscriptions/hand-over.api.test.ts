import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { liveOn, take } from '../../../../test/live.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../database/database.ts';
import { encodeCursor } from '../../events/cursor.rules.ts';
import { readHead } from '../../events/event-log.reader.ts';

let world: World;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());

const document = 'subscription ($after: Cursor) { activity(after: $after) { ... on Activity { cursor } } }';
interface Update {
  activity: { cursor: string };
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await setImmediate();
}

/** Something happens so often; somebody, who reads slowly, comes with the place of so many events ago; all goes on a bit. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('happens' as const), count: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('comes' as const), ago: fc.integer({ min: 0, max: 12 }), slow: fc.nat(20) }),
  fc.record({ kind: fc.constant('goesOn' as const), turns: fc.integer({ min: 1, max: 30 }) }),
);

test('whoever comes at any place and moment is told everything after it, in order and once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      // So little may wait that some of it is given up and read from the log.
      const live = liveOn(world, { capacity: 3 });
      const start = encodeCursor(await readHead(rowsOf(world.em())));
      const follow = (after: string, slow = 0) =>
        live.follow<Update>(null, document, { after }, { reading: () => turns(slow) });
      const whole = await follow(start);
      const places: string[] = [start];
      const listeners: { readonly from: number; readonly stream: ReturnType<typeof follow> }[] = [];
      let happened = 0;
      let happening = Promise.resolve();
      const happen = (count: number) => {
        const events = Array.from({ length: count }, () => ({ type: 'booking.made', topics: ['activity'] }));
        happened += count;
        happening = happening.then(() => live.record(...events));
      };
      const hear = async (stream: Awaited<typeof whole>, count: number) =>
        (await take(stream, count)).map(({ data }) => data?.activity.cursor ?? 'nothing');
      const noting = (async () => {
        for await (const { data } of whole) places.push(data?.activity.cursor ?? 'nothing');
      })();

      for (const each of steps) {
        if (each.kind === 'happens') happen(each.count);
        else if (each.kind === 'goesOn') await turns(each.turns);
        else {
          const from = Math.max(0, places.length - 1 - each.ago);
          listeners.push({ from, stream: follow(places[from] ?? start, each.slow) });
        }
      }
      happen(1);
      await happening;
      for (const { from, stream } of listeners) {
        const told = await hear(await stream, happened - from);
        while (places.length <= happened) await setImmediate();
        expect(told).toEqual(places.slice(from + 1));
      }
      // Everybody listens by now, and nothing old comes after all.
      happen(1);
      for (const { stream } of listeners) {
        const told = await hear(await stream, 1);
        while (places.length <= happened) await setImmediate();
        expect(told).toEqual(places.slice(-1));
      }
      await live.stop();
      await noting;
    }),
    { numRuns: 25 },
  );
});
