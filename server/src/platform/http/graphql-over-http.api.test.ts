import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type Audit, serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testLog } from '../../../test/live.ts';
import { embeddedWorld, type World } from '../../../test/world.ts';
import { mountGraphql } from './graphql-route.ts';
import { createHttpServer } from './server.ts';

const trustedId = `sha256:${'a'.repeat(64)}`;

let world: World;
let http: FastifyInstance;
let url: string;
beforeAll(async () => {
  world = await embeddedWorld(new Map([[trustedId, '{ me { email } }']]));
  http = createHttpServer(testLog);
  mountGraphql(http, world.apollo, () => world.contextFor(null));
  await http.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}/graphql`;
});
afterAll(async () => {
  await http.close();
  await world.close();
});

/** Optional in the specification, and refused: any site could make its reader's browser send such a GET. */
const refusedAsForgery = ['5A70', 'D6D5', '6A70'];

describe('GraphQL over HTTP', () => {
  const audits: Audit[] = serverAudits({ url: () => url });

  test('is audited in 61 ways', () => {
    expect(audits).toHaveLength(61);
  });

  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    const reason = result.status === 'ok' ? 'none' : result.reason;
    expect([result.status, reason]).toEqual(
      refusedAsForgery.includes(audit.id) ? ['notice', 'Response status code is not 200'] : ['ok', 'none'],
    );
  });

  test('runs a trusted document by its id', async () => {
    const ask = async (body: object) => {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': 'en' },
        body: JSON.stringify(body),
      });
      return answer.json();
    };
    expect(await ask({ documentId: trustedId })).toEqual({ data: { me: null } });
    expect(await ask({ documentId: 'sha256:other' })).toMatchObject({
      errors: [
        { extensions: { code: 'DOCUMENT_UNKNOWN' }, message: 'This page is older than the server. Load it again.' },
      ],
    });
  });

  test('takes a GET from a page of its own origin only', async () => {
    const ask = (headers: Record<string, string>) => fetch(`${url}?query={__typename}`, { headers });
    expect((await ask({})).status).toBe(400);
    expect((await ask({ 'apollo-require-preflight': 'yes' })).status).toBe(200);
  });
});
