import { type AddressInfo, connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, test, vi } from 'vitest';
import { until } from '../../../test/until.ts';
import { createLog } from '../log/log.ts';
import { createHttpServer } from './server.ts';

let lines: Record<string, unknown>[];
let http: FastifyInstance;
beforeEach(() => {
  lines = [];
  http = createHttpServer(createLog({ logLevel: 'debug' }, { write: (line) => void lines.push(JSON.parse(line)) }));
  http.get('/broken/:id', async () => {
    throw new Error('no such table');
  });
});

test('a fault is told by the id of its request, under which the log has the rest', async () => {
  const answer = await http.inject('/broken/secret-1?token=secret-2');
  const { reference } = answer.json().errors[0].extensions;
  expect(answer.headers['x-request-id']).toBe(reference);
  expect(lines).toMatchObject([
    { request: reference, err: { message: 'no such table' } },
    { request: reference, level: 40, route: '/broken/:id', status: 500 },
  ]);
  expect(JSON.stringify(lines)).not.toContain('secret');
});

test('the id that a proxy gave is kept, unless it could be anything', async () => {
  const idOf = async (given: string) =>
    (await http.inject({ url: '/broken/1', headers: { 'x-request-id': given } })).headers['x-request-id'];
  expect(await idOf('proxy-0123456789')).toBe('proxy-0123456789');
  expect(await idOf('"}{"level":60')).toMatch(/^[0-9a-f-]{36}$/);
});

test('who sends slower than anybody would is cut off, a photograph later than a form', () => {
  const { headersTimeout, requestTimeout } = http.server;
  expect({ headersTimeout, requestTimeout }).toEqual({ headersTimeout: 15_000, requestTimeout: 300_000 });
});

test.each([
  ['a form', '/form', true],
  ['a photograph', '/files', false],
])('%s that stops half way', async (_what, url, cutOff) => {
  http.post('/form', async () => 'all');
  http.post('/files', { config: { takesFiles: true } }, async () => 'all');
  await http.listen({ port: 0, host: '127.0.0.1' });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { port } = http.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  let closed = false;
  socket.on('close', () => (closed = true)).on('error', () => {});
  const received = new Promise((resolve) => http.server.once('request', resolve));
  socket.write(`POST ${url} HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nhalf`);
  await received;
  vi.advanceTimersByTime(31_000);
  vi.useRealTimers();
  if (cutOff) await until(() => closed);
  else expect(closed).toBe(false);
  socket.destroy();
  await http.close();
});
