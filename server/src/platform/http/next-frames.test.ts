import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { NextFrames, openingOf } from './next-frames.ts';

let server: WebSocketServer;
beforeAll(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
});
afterAll(() => server.close());

interface Subscriber {
  readonly id: string;
  readonly client: WebSocket;
  readonly socket: WebSocket;
  readonly stream: Socket;
  readonly told: unknown[];
}

async function subscriber(id: string): Promise<Subscriber> {
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const told: unknown[] = [];
  client.on('message', (data) => told.push(JSON.parse(String(data))));
  const [[socket, { socket: stream }]] = await Promise.all([once(server, 'connection'), once(client, 'open')]);
  return { id, client, socket, stream, told };
}

test('everybody is told every answer under their own id, also who reads long after', async () => {
  const subscribers: Subscriber[] = [];
  for (const id of ['1', '2', 'longer', '3', 'Ąžuolas', 'other', '4']) subscribers.push(await subscriber(id));
  const slow = subscribers.filter((_, index) => index % 3 === 1);
  for (const { client } of slow) client.pause();

  const answers = Array.from({ length: 60 }, (_, number) => ({ data: { number, text: 'ž'.repeat(number * 5_000) } }));
  const frames = new NextFrames();
  for (const each of answers) {
    const answer = Buffer.from(JSON.stringify(each));
    for (const { id, stream } of subscribers) {
      frames.send(openingOf(id), answer, (frame) => {
        stream.write(frame);
        return stream.writableLength === 0;
      });
    }
  }
  expect(slow.every(({ stream }) => stream.writableLength > 0)).toBe(true);
  for (const { client, socket, told, id } of subscribers) {
    client.resume();
    socket.close();
    await once(client, 'close');
    expect(told).toEqual(answers.map((payload) => ({ id, type: 'next', payload })));
  }
});
