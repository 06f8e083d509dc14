import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LiveWorld, liveOn } from '../../../../test/live.ts';
import { clientOf, type SocketServer, serveSockets } from '../../../../test/socket.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../database/database.ts';
import { encodeCursor } from '../../events/cursor.rules.ts';
import { readHead } from '../../events/event-log.reader.ts';

let world: World;
let live: LiveWorld;
let server: SocketServer;
beforeAll(async () => {
  world = await embeddedWorld();
  live = liveOn(world);
  server = await serveSockets(world, live);
});
afterAll(async () => {
  await server.close();
  await live.stop();
  await world.close();
});

interface Happening {
  happenings: { cursor: string; number: string };
}
const query = 'subscription ($after: String) { happenings(after: $after) { cursor number } }';

test('over a hundred dropped connections everything is told once and in order', async () => {
  const drops = 100;
  let cursor = encodeCursor(await readHead(rowsOf(world.em())));
  const told: number[] = [];
  let happened = 0;
  let over = false;
  const happening = (async () => {
    while (!over) {
      if (happened > told.length + 20) {
        await setImmediate();
        continue;
      }
      const numbers = Array.from({ length: 3 }, () => (happened += 1));
      await live.record(...numbers.map((number) => ({ subject: { number: String(number) } })));
    }
  })();

  for (let drop = 0; drop <= drops; drop += 1) {
    const client = clientOf(server);
    const stream = client.iterate<Happening>({ query, variables: { after: cursor } });
    // The connection breaks with the rest on its way; after the last break, all there is arrives.
    over = drop === drops;
    if (over) await happening;
    const until = over ? happened : told.length + 1 + (drop % 7);
    while (told.length < until) {
      const { data } = (await stream.next()).value as { data: Happening };
      cursor = data.happenings.cursor;
      told.push(Number(data.happenings.number));
    }
    for (const socket of client.sockets) socket.terminate();
  }
  expect(told).toEqual(Array.from({ length: happened }, (_, index) => index + 1));
});
