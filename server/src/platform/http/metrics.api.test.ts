import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { silent } from '../../../test/jobs.ts';
import { embeddedWorld, type World } from '../../../test/world.ts';
import { rowsOf } from '../database/database.ts';
import { type Metrics, mountMetrics } from './metrics.ts';
import { createHttpServer } from './server.ts';
import { serverFigures } from './server-figures.ts';

let world: World;
let http: FastifyInstance;
let metrics: Metrics;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());

function serve(token?: string): void {
  http = createHttpServer(silent);
  http.get('/things/:id', async () => ({}));
  const rows = () => rowsOf(world.em());
  const figures = serverFigures({
    orm: world.orm,
    embedded: true,
    rows,
    sockets: () => ({ open: 2, subscriptions: 5 }),
  });
  const broken = { name: 'talka_broken', help: 'Cannot be read.', read: () => Promise.reject(new Error('away')) };
  metrics = mountMetrics(http, [...figures, broken], token);
}
const read = async (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  http.inject({ url: '/metrics', headers, remoteAddress });

describe('the metrics', () => {
  beforeEach(() => serve());

  test('tell what the process and its database do', async () => {
    const { body, headers } = await read();
    expect(headers['content-type']).toContain('text/plain');
    for (const line of ['talka_sockets 2', 'talka_subscriptions 5', 'talka_event_log_lag_seconds 0']) {
      expect(body).toContain(`\n${line}\n`);
    }
    expect(body).toContain('talka_jobs{queue="emails",state="waiting"} 0');
    expect(body).toMatch(/\nnodejs_eventloop_lag_p99_seconds \d/);
    expect(body).toMatch(/\nprocess_resident_memory_bytes \d/);
  });

  test('do without a figure that cannot be read', async () => {
    const { statusCode, body } = await read();
    expect(statusCode).toBe(200);
    expect(body).not.toMatch(/^talka_broken/m);
  });

  test('name requests by their route, never by their address', async () => {
    await http.inject('/things/secret-1');
    await http.inject('/things/secret-2');
    await http.inject('/nowhere/secret-3');
    const { body } = await read();
    expect(body).toContain('talka_http_request_seconds_count{method="GET",route="/things/:id",status="200"} 2');
    expect(body).toContain('talka_http_request_seconds_count{method="GET",route="pages",status="404"} 1');
    expect(body).not.toContain('secret');
  });

  test('time GraphQL operations', async () => {
    metrics.operation({ operation: 'query centres', outcome: 'done' }, 0.02);
    const { body } = await read();
    expect(body).toContain('talka_graphql_operation_seconds_count{operation="query centres",outcome="done"} 1');
  });
});

describe('who may read them', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  test('without a token this machine alone, also where a proxy stands on it', async () => {
    serve();
    expect((await read()).statusCode).toBe(200);
    expect((await read({}, '192.0.2.7')).statusCode).toBe(403);
    expect((await read({ 'x-forwarded-for': '192.0.2.7' })).statusCode).toBe(403);
    for (const name of ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']) {
      expect((await read({ [name]: '127.0.0.1' })).statusCode).toBe(403);
    }
  });

  test('with a token whoever sends it', async () => {
    serve('long-enough-to-be-a-secret');
    expect((await read(bearer('long-enough-to-be-a-secret'), '192.0.2.7')).statusCode).toBe(200);
    expect((await read()).statusCode).toBe(403);
    expect((await read(bearer('long-enough-to-be-a-secreT'))).statusCode).toBe(403);
    expect((await read(bearer('short'))).statusCode).toBe(403);
  });
});
