import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { makePerson } from '../../../../test/factories/identity.ts';
import { type LiveWorld, liveOn, take } from '../../../../test/live.ts';
import { clientOf, ownOrigin, type SocketServer, serveSockets } from '../../../../test/socket.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../database/database.ts';
import { encodeCursor } from '../../events/cursor.rules.ts';
import { readHead } from '../../events/event-log.reader.ts';
import { tooManySockets } from './socket-protocol.ts';

let world: World;
let live: LiveWorld;
let server: SocketServer;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  live = liveOn(world);
  server = await serveSockets(world, live);
});
afterEach(async () => {
  await server.close();
  await live.stop();
});

interface Happening {
  happenings: { cursor: string | null; number: string | null; message: string | null; person: string | null };
}
const happenings =
  'subscription ($after: String, $brokenAt: String) { happenings(after: $after, brokenAt: $brokenAt) { cursor number message person } }';
const headCursor = async () => encodeCursor(await readHead(rowsOf(world.em())));
const numbered = (...numbers: number[]) => numbers.map((number) => ({ subject: { number: String(number) } }));

/** Subscribes; the stream as the client library gives it. */
const listen = (client: ReturnType<typeof clientOf>, variables: Record<string, unknown>) =>
  client.iterate<Happening>({ query: happenings, variables }) as AsyncGenerator<{ data: Happening }, void>;
const numbersOf = (answers: readonly { data: Happening }[]) => answers.map(({ data }) => data.happenings.number);
const firstOf = async (client: ReturnType<typeof clientOf>, query: string) => {
  const { value } = await client.iterate({ query }).next();
  return value as { data: Record<string, unknown> | null; errors?: { message: string; extensions: object }[] };
};

describe('a client over a WebSocket', () => {
  test('that lost its socket gets exactly what happened meanwhile, in order', async () => {
    const client = clientOf(server);
    const before = listen(client, { after: await headCursor() });
    const first = before.next();
    await live.record(...numbered(1));
    const { cursor } = ((await first).value as { data: Happening }).data.happenings;

    const broken = before.next();
    client.sockets[0]?.terminate();
    await expect(broken).rejects.toMatchObject({ code: 1006 });
    await live.record(...numbered(2, 3, 4));
    const after = listen(client, { after: cursor });
    expect(numbersOf(await take(after, 3))).toEqual(['2', '3', '4']);
    await live.record(...numbered(5));
    expect(numbersOf(await take(after, 1))).toEqual(['5']);
    await client.dispose();
  });

  test('asks with its own language: the chosen one, else the browser’s', async () => {
    const chosen = clientOf(server, { locale: 'EN', headers: { 'accept-language': 'lt' } });
    expect((await firstOf(chosen, '{ locale }')).data).toEqual({ locale: 'en' });
    const browser = clientOf(server, { headers: { 'accept-language': 'en-GB,en;q=0.9' } });
    expect((await firstOf(browser, '{ locale }')).data).toEqual({ locale: 'en' });
    await Promise.all([chosen.dispose(), browser.dispose()]);
  });

  test('is counted under the address it comes from', async () => {
    const client = clientOf(server, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect((await firstOf(client, '{ address }')).data).toEqual({ address: '203.0.113.9' });
    await client.dispose();
  });

  test('learns of a failure only a reference', async () => {
    const client = clientOf(server, { locale: 'en' });
    const { errors } = await firstOf(client, '{ broken }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', reference: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(JSON.stringify(errors)).not.toContain('hunter2');
    await client.dispose();
  });

  test('learns of a broken stream only a reference', async () => {
    const client = clientOf(server, { locale: 'en' });
    const stream = listen(client, { after: await headCursor(), brokenAt: '2' });
    await live.record(...numbered(1, 2));
    expect(numbersOf(await take(stream, 1))).toEqual(['1']);
    const failure = await stream.next().catch((error: unknown) => error);
    expect(failure).toMatchObject([{ extensions: { code: 'INTERNAL', reference: expect.any(String) } }]);
    expect(JSON.stringify(failure)).not.toContain('secret');
    await client.dispose();
  });

  test('keeps its other streams when it sends what cannot be read', async () => {
    const client = clientOf(server);
    const stream = take(listen(client, { after: await headCursor() }), 1);
    for (const [query, code] of [
      ['{a{', 'GRAPHQL_PARSE_FAILED'],
      ['{ nonsense }', 'GRAPHQL_VALIDATION_FAILED'],
      [`${'{a'.repeat(100)}${'}'.repeat(100)}`, 'OPERATION_TOO_DEEP'],
      [`${'{a'.repeat(9_000)}${'}'.repeat(9_000)}`, 'DOCUMENT_TOO_LARGE'],
    ] as const) {
      const failure = await firstOf(client, query).catch((error: unknown) => error);
      expect(failure).toMatchObject([{ extensions: { code } }]);
    }
    await live.record(...numbered(1));
    expect(numbersOf(await stream)).toEqual(['1']);
    expect(client.sockets).toHaveLength(1);
    await client.dispose();
  });

  test('is told in its language that a cursor is not one', async () => {
    const client = clientOf(server, { locale: 'en' });
    const stream = listen(client, { after: 'nonsense' });
    const { errors } = (await stream.next()).value as { errors?: unknown };
    expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
    await client.dispose();
  });

  test('keeps at most so many subscriptions open', async () => {
    await server.close();
    server = await serveSockets(world, live, { subscriptionsPerSocket: 2 });
    const client = clientOf(server, { locale: 'en' });
    const after = await headCursor();
    const open = [listen(client, { after }), listen(client, { after })].map((stream) => take(stream, 1));
    const failure = await listen(client, { after })
      .next()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject([{ extensions: { code: 'BAD_INPUT' }, message: expect.stringContaining('2') }]);
    await live.record(...numbered(1));
    expect((await Promise.all(open)).flatMap(numbersOf)).toEqual(['1', '1']);
    await client.dispose();
  });
});

describe('a session that ends', () => {
  test('is told so by the next event, and its stream ends', async () => {
    await server.close();
    server = await serveSockets(world, live, { watchEvery: 600_000 });
    const person = await makePerson(world, { name: 'Rūta' });
    const client = clientOf(server, { headers: { 'x-person': person }, locale: 'en' });
    const stream = listen(client, { after: await headCursor() });
    await live.record(...numbered(1));
    expect((await take(stream, 1))[0]?.data.happenings).toMatchObject({ number: '1', person: 'Rūta' });
    server.endedSessions.add(person);
    await live.record(...numbered(2));
    const last = await take(stream, 2);
    expect(last.map(({ data }) => data.happenings)).toEqual([
      { cursor: null, number: null, person: null, message: 'You are no longer signed in.' },
    ]);
    await client.dispose();
  });

  test('takes its socket with it, and no other', async () => {
    await server.close();
    server = await serveSockets(world, live, { watchEvery: 5 });
    const [leaving, staying] = [await makePerson(world), await makePerson(world)];
    const clients = [leaving, staying].map((person) => clientOf(server, { headers: { 'x-person': person } }));
    const after = await headCursor();
    const [left, stayed] = clients.map((client) => listen(client, { after }).next());
    await live.record(...numbered(1));
    await Promise.all([left, stayed]);
    const next = clients.map((client) => listen(client, { after }));
    await Promise.all(next.map((stream) => stream.next()));
    const ends = next[0]?.next();
    server.endedSessions.add(leaving as string);
    await expect(ends).rejects.toMatchObject({ code: 4401 });
    const goesOn = next[1]?.next();
    await live.record(...numbered(2));
    expect((await goesOn)?.value).toMatchObject({ data: { happenings: { number: '2' } } });
    await Promise.all(clients.map((client) => client.dispose()));
  });
});

describe('the server of sockets', () => {
  const socketTo = (headers: Record<string, string> = {}, path = '') =>
    new WebSocket(server.url + path, 'graphql-transport-ws', { headers });
  const refusalOf = async (socket: WebSocket): Promise<number> => {
    const [request, response] = await once(socket, 'unexpected-response');
    request.destroy();
    return response.statusCode;
  };

  test('lets in its own pages and refuses foreign ones', async () => {
    const own = socketTo({ origin: ownOrigin });
    await once(own, 'open');
    own.terminate();
    expect(await refusalOf(socketTo({ origin: 'https://evil.example' }))).toBe(403);
    expect(await refusalOf(socketTo({ origin: 'null' }))).toBe(403);
    expect(await refusalOf(socketTo({ origin: ownOrigin }, '/elsewhere'))).toBe(404);
  });

  test('takes only so many sockets from one address', async () => {
    await server.close();
    server = await serveSockets(world, live, { socketsPerNetwork: 1 });
    const from = (address: string) => socketTo({ 'x-forwarded-for': address });
    const first = from('203.0.113.9');
    await once(first, 'open');
    expect(await refusalOf(from('203.0.113.9'))).toBe(429);
    const other = from('203.0.113.10');
    await once(other, 'open');
    for (const socket of [first, other]) socket.terminate();
  });

  test('takes only so many sockets of one person', async () => {
    await server.close();
    server = await serveSockets(world, live, { socketsPerPerson: 1 });
    const [person, other] = [await makePerson(world), await makePerson(world)];
    const connect = async (headers: Record<string, string>) => {
      const socket = socketTo(headers);
      await once(socket, 'open');
      const outcome = Promise.race([
        once(socket, 'message').then(([message]) => JSON.parse(String(message)).type),
        once(socket, 'close').then(([code]) => code),
      ]);
      socket.send(JSON.stringify({ type: 'connection_init' }));
      return [socket, await outcome] as const;
    };
    const [first, accepted] = await connect({ 'x-person': person });
    expect(accepted).toBe('connection_ack');
    expect((await connect({ 'x-person': person }))[1]).toBe(tooManySockets);
    for (const headers of [{ 'x-person': other }, {}, {}] as Record<string, string>[])
      expect((await connect(headers))[1]).toBe('connection_ack');
    const freed = once(server.accepted[0] as Socket, 'close');
    first.terminate();
    await freed;
    expect((await connect({ 'x-person': person }))[1]).toBe('connection_ack');
  });

  test('closes on a message of more than 64 KiB', async () => {
    const socket = socketTo();
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { text: 'a'.repeat(64 * 1024) } }));
    expect((await once(socket, 'close'))[0]).toBe(1009);
  });

  test('drops a client that does not read before a megabyte waits for it', async () => {
    const socket = socketTo();
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await once(socket, 'message');
    socket.pause();
    const query = 'query ($count: Int!) { letters(count: $count) }';
    for (let id = 0; id < 40; id += 1) {
      const payload = { query, variables: { count: 500_000 } };
      socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload }));
    }
    // Far less than the 20 MB that were asked for.
    let received = 0;
    socket.on('message', (data: Buffer) => {
      received += data.length;
    });
    await once(server.accepted[0] as Socket, 'close');
    socket.resume();
    expect((await once(socket, 'close'))[0]).toBe(1006);
    expect(received).toBeLessThan(20_000_000);
  });

  test('drops a client that no longer answers', async () => {
    await server.close();
    server = await serveSockets(world, live, { pingEvery: 10 });
    const silent = new WebSocket(server.url, 'graphql-transport-ws', { autoPong: false });
    const answering = socketTo();
    await once(silent, 'open');
    expect((await once(silent, 'close'))[0]).toBe(1006);
    await once(answering, 'ping');
    expect(answering.readyState).toBe(WebSocket.OPEN);
    answering.terminate();
  });

  test('tells its clients to come back later when it stops', async () => {
    const socket = socketTo();
    await once(socket, 'open');
    const closed = once(socket, 'close');
    await server.attached.close();
    expect((await closed)[0]).toBe(1001);
  });
});
