import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, test } from 'vitest';
import type { Context } from '../context/context.ts';
import { createLog } from '../log/log.ts';
import { defineRoute, mountRoutes } from './route.ts';
import { createHttpServer } from './server.ts';

let http: FastifyInstance;
beforeEach(() => {
  http = createHttpServer(createLog({ logLevel: 'silent' }));
  const stop = defineRoute({
    method: 'POST',
    path: '/api/stop/:token',
    handle: async ({ locale }, { params, query }) => ({ status: 202, body: `${locale} ${params.token} ${query.kind}` }),
  });
  mountRoutes(http, [stop], async () => ({ locale: 'lt' }) as Context);
});

test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
  'a program that posts %s is answered by the route of the module',
  async (type) => {
    const answer = await http.inject({
      ...({ method: 'POST', url: '/api/stop/abc?kind=reply' } as const),
      headers: { 'content-type': type },
      payload: 'List-Unsubscribe=One-Click',
    });
    expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([
      202,
      'lt abc reply',
      'no-store',
    ]);
  },
);

test('a GET does nothing where only a POST is offered', async () => {
  expect((await http.inject('/api/stop/abc')).statusCode).toBe(404);
});
