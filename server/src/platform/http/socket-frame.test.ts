import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { textFrame } from './socket-frame.ts';

let server: WebSocketServer;
beforeAll(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
});
afterAll(() => server.close());

test('a client reads frames of every length, in order with what ws sends', async () => {
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const received: string[] = [];
  client.on('message', (data, isBinary) => received.push(isBinary ? 'binary' : String(data)));
  const [socket, { socket: stream }] = await once(server, 'connection');
  const texts = [0, 1, 125, 126, 65_535, 65_536, 200_000].map((length) => 'a'.repeat(length));
  for (const text of texts) {
    stream.write(textFrame(Buffer.from(text)));
    socket.send('between');
  }
  stream.write(textFrame(Buffer.from('Ąžuolo '), Buffer.from('dirbtuvės')));
  socket.close();
  await once(client, 'close');
  expect(received).toEqual([...texts.flatMap((text) => [text, 'between']), 'Ąžuolo dirbtuvės']);
});
