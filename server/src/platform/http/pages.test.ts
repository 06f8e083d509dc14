import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gateway } from './gateway.ts';
import { mountPages } from './pages.ts';
import { createHttpServer } from './server.ts';

/** Built pages in small: everybody's file and one reader's page. */
const built = `
export function handler(request, response) {
  const headers = request.url === '/file' ? { 'cache-control': 'public, immutable' } : {};
  response.writeHead(200, headers).end(request.headers['x-talka-host']);
}`;
const gateway: Gateway = {
  graphql: async () => ({ response: new Response() }),
  auth: async () => new Response(),
  settings: { demonstration: false, mapStyleUrl: null, signInWith: null },
  maps: { covering: async () => undefined },
};

let folder: string;
const http = createHttpServer(pino({ level: 'silent' }));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talka-pages-'));
  const handlerPath = join(folder, 'handler.mjs');
  await writeFile(handlerPath, built);
  expect(await mountPages(http, { handlerPath, gateway, origin: 'https://talka.example' })).toBe(true);
});
afterAll(async () => {
  await http.close();
  await rm(folder, { recursive: true, force: true });
});

test('a page is kept by no cache that others share', async () => {
  const { headers, body } = await http.inject({
    url: '/lt/bookings',
    headers: { 'x-talka-host': 'elsewhere.example' },
  });
  expect(headers['cache-control']).toBe('private, no-cache');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  // The pages' own policy stands on them; one for data would stop their workers.
  expect(headers['content-security-policy']).toBeUndefined();
  expect(body).toBe('talka.example');
  expect((await http.inject('/file')).headers['cache-control']).toBe('public, immutable');
});

test('an address that cannot be read is refused like any other bad input', async () => {
  const answer = await http.inject('/lt/centres/%ff');
  expect(answer.statusCode).toBe(400);
  expect(answer.json().errors[0].extensions.code).toBe('BAD_INPUT');
  expect(answer.body).not.toContain('FST_');
  expect(answer.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  expect(answer.headers).not.toHaveProperty('strict-transport-security');
});
