import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, test } from 'vitest';
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

test('who sends slower than anybody would is cut off', () => {
  const { headersTimeout, requestTimeout } = http.server;
  expect({ headersTimeout, requestTimeout }).toEqual({ headersTimeout: 15_000, requestTimeout: 30_000 });
});
