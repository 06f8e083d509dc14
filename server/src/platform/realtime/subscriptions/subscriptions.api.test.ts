import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makePerson } from '../../../../test/factories/identity.ts';
import { type LiveWorld, liveOn, take } from '../../../../test/live.ts';
import { clientOf, type SocketServer, serveSockets } from '../../../../test/socket.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../database/database.ts';
import { encodeCursor } from '../../events/cursor.rules.ts';
import { readHead } from '../../events/event-log.reader.ts';

interface Happening {
  happenings: { number: string | null; person: string | null; message: string | null };
}
type Stream = AsyncGenerator<{ data: Happening }, void>;

let world: World;
let live: LiveWorld;
let server: SocketServer;
let clients: ReturnType<typeof clientOf>[];
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  live = liveOn(world);
  server = await serveSockets(world, live, { watchEvery: 600_000 });
  clients = [];
});
afterEach(async () => {
  // One whose socket was dropped says so once more.
  await Promise.allSettled(clients.map((client) => client.dispose()));
  await server.close();
  await live.stop();
});

const document = 'subscription ($after: String) { happenings(after: $after) { number person message } }';
const happen = (...numbers: number[]) =>
  live.record(...numbers.map((number) => ({ subject: { number: String(number) } })));
const told = async (stream: Stream | undefined, count: number) =>
  stream ? (await take(stream, count)).map(({ data }) => data.happenings) : [];
const numbersOf = async (stream: Stream | undefined, count: number) =>
  (await told(stream, count)).map(({ number }) => Number(number));

/** Everybody listens on a socket of their own and has heard of the first happening. */
async function listening(
  people: readonly (string | null)[],
  {
    query = () => document,
    locale = () => 'en',
  }: { query?: (index: number) => string; locale?: (index: number) => string } = {},
): Promise<Stream[]> {
  const after = encodeCursor(await readHead(rowsOf(world.em())));
  const streams = people.map((person, index) => {
    const client = clientOf(server, { headers: person ? { 'x-person': person } : {}, locale: locale(index) });
    clients.push(client);
    return client.iterate<Happening>({ query: query(index), variables: { after } }) as Stream;
  });
  const heard = streams.map((stream) => stream.next());
  await happen(0);
  await Promise.all(heard);
  return streams;
}
/** How often a happening was answered. */
const answers = (number: number) => server.answered.filter((each) => each === String(number)).length;

describe('whoever is told the same', () => {
  test('shares one answer for each event, whatever the place they came from', async () => {
    const streams = await listening([null, null, null]);
    await happen(1, 2);
    for (const stream of streams) expect(await numbersOf(stream, 2)).toEqual([1, 2]);
    expect([answers(1), answers(2)]).toEqual([1, 1]);
  });

  test('is told apart from other people', async () => {
    const [rūta, jonas] = [await makePerson(world, { name: 'Rūta' }), await makePerson(world, { name: 'Jonas' })];
    const streams = await listening([null, rūta, rūta, jonas]);
    await happen(1);
    const people = await Promise.all(streams.map(async (stream) => (await told(stream, 1))[0]?.person));
    expect(people).toEqual([null, 'Rūta', 'Rūta', 'Jonas']);
    expect(answers(1)).toBe(3);
  });

  test('is told apart from other languages and other questions', async () => {
    const streams = await listening([null, null, null, null], {
      locale: (index) => (index === 0 ? 'lt' : 'en'),
      query: (index) => (index === 1 ? document.replace('person', '') : document),
    });
    await happen(1);
    for (const stream of streams) expect(await numbersOf(stream, 1)).toEqual([1]);
    expect(answers(1)).toBe(3);
  });

  test('goes on when the one who came first leaves', async () => {
    const [first, second] = await listening([null, null]);
    await first?.return();
    await happen(1);
    expect(await numbersOf(second, 1)).toEqual([1]);
  });

  test('is told together that the right to listen is gone, and nobody else is', async () => {
    const [leaving, staying] = [await makePerson(world), await makePerson(world)];
    const streams = await listening([leaving, leaving, staying, null]);
    server.endedSessions.add(leaving);
    await happen(1, 2);
    for (const stream of streams.slice(0, 2)) {
      expect(await told(stream, 2)).toEqual([{ number: null, person: null, message: 'You are no longer signed in.' }]);
    }
    for (const stream of streams.slice(2)) expect(await numbersOf(stream, 2)).toEqual([1, 2]);
  });

  test('is not held up by one who does not read, and who is dropped', async () => {
    const query = document.replace('person', 'letters(count: 500000)');
    const [, reading] = await listening([null, null], { query: () => query });
    const [stuck, dropped] = [clients[0]?.sockets[0], once(server.accepted[0] as Socket, 'close')];
    stuck?.pause();
    for (let number = 1; number <= 40; number += 1) {
      await happen(number);
      expect(await numbersOf(reading, 1)).toEqual([number]);
    }
    await dropped;
    stuck?.terminate();
  });
});

describe('what is for confirmed people only', () => {
  const query = document.replace('happenings', 'happenings: confirmedHappenings');
  const codeOf = async (headers: Record<string, string>) => {
    const client = clientOf(server, { headers });
    clients.push(client);
    const { value } = await client.iterate({ query }).next();
    return (value as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;
  };

  test('cannot be listened to by others', async () => {
    expect(await codeOf({})).toBe('SIGN_IN_REQUIRED');
    expect(await codeOf({ 'x-person': await makePerson(world, { verified: false }) })).toBe('EMAIL_NOT_VERIFIED');
  });

  test('is no longer told to one who is confirmed no more', async () => {
    const person = await makePerson(world);
    const [stream] = await listening([person], { query: () => query });
    await world.em().getConnection().execute('update person set email_verified = false where id = ?', [person]);
    await happen(1);
    expect(await told(stream, 2)).toEqual([{ number: null, person: null, message: expect.stringMatching(/./) }]);
  });
});
