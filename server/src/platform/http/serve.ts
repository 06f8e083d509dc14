import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { trustedProxies } from '../../shared/network/trusted-proxies.ts';
import type { Context } from '../context/context.ts';
import { type OpenDatabase, rowsOf } from '../database/database.ts';
import type { Api } from '../graphql/api.ts';
import { operationTimer } from '../graphql/operation-timer.ts';
import type { CityMaps } from '../maps/city-maps.ts';
import { mountTiles } from '../maps/tile-route.ts';
import { createPainter } from '../pictures/painter.ts';
import type { Hub } from '../realtime/hub/hub.ts';
import { answerInProcess, type PageSettings } from './gateway.ts';
import { mountGraphql } from './graphql-route.ts';
import { clientAddressHeader } from './headers.ts';
import { mountHealth } from './health.ts';
import { type Asker, headersOf, type Identities, type RequestHeaders } from './identities.ts';
import { mountMetrics } from './metrics.ts';
import { mountPages } from './pages.ts';
import { isDatabaseReady } from './readiness.reader.ts';
import { mountRoutes, type Route } from './route.ts';
import { closeWithin, createHttpServer } from './server.ts';
import { serverFigures } from './server-figures.ts';
import { mountUploads, type UploadRoute } from './uploads/upload-route.ts';
import { type AttachedWebSocket, attachWebSocket } from './websocket/websocket.ts';

export interface ServeParts {
  readonly config: Config;
  readonly log: Logger;
  readonly database: OpenDatabase;
  readonly api: Api;
  readonly accounts: Identities;
  readonly hub: Hub;
  /** A context of its own for one operation or event. */
  readonly contextFor: (asker: Asker) => Context;
  /** Those of the modules. */
  readonly routes: readonly Route[];
  readonly uploads: readonly UploadRoute[];
  /** The folder of the built pages. */
  readonly pages: string;
  readonly settings: PageSettings;
  readonly maps: CityMaps;
}

export interface Served {
  readonly http: FastifyInstance;
  readonly sockets: AttachedWebSocket;
  /** Closes the sockets, then ends the requests under way within so many milliseconds. */
  close(within: number): Promise<void>;
}

/** API, account endpoints, pages, health and metrics on one HTTP server, which does not listen yet. */
export async function serve(parts: ServeParts): Promise<Served> {
  const { config, log, database, api, accounts, hub, contextFor } = parts;
  const { orm, embedded } = database;
  const rows = () => rowsOf(orm.em.fork());
  const contextOf = async (headers: RequestHeaders) =>
    contextFor({
      ...(await accounts.authenticate(headers)),
      address: headers.get(clientAddressHeader) ?? undefined,
    });

  const trustProxy = trustedProxies(config.trustedProxies);
  const http = createHttpServer(log, { origin: config.origin, trustProxy });
  const figures = serverFigures({ orm, embedded, rows, sockets: () => sockets });
  const metrics = mountMetrics(http, figures, config.metricsToken);
  api.apollo.addPlugin(operationTimer(metrics.operation));
  await api.apollo.start();
  const contextOfRequest = ({ headers, ip }: FastifyRequest) =>
    contextOf(headersOf({ ...headers, [clientAddressHeader]: ip }));
  mountGraphql(http, api.apollo, contextOfRequest);
  mountRoutes(http, parts.routes, contextOfRequest);
  mountUploads(http, {
    ...{ routes: parts.uploads, contextOf: contextOfRequest, log },
    ...{ origin: config.origin, development: !config.originIsGiven },
  });
  await http.register(accounts.routes);
  mountTiles(http, parts.maps);
  let stopping = false;
  mountHealth(http, async () => !stopping && isDatabaseReady(rows()));
  await mountPages(http, {
    handlerPath: join(parts.pages, 'handler.js'),
    gateway: {
      graphql: (body, headers) => answerInProcess(api.apollo, contextOf, body, headers),
      auth: accounts.handle,
      settings: parts.settings,
      maps: parts.maps,
      pictures: createPainter(),
    },
    origin: config.originIsGiven ? config.origin : undefined,
  });
  const sockets = attachWebSocket({
    server: http.server,
    schema: api.schema,
    guard: api.guard,
    hub,
    log,
    origin: config.origin,
    development: !config.originIsGiven,
    trustProxy,
    authenticate: async (headers) => (await accounts.authenticate(headersOf(headers))).actor,
    renew: accounts.renew,
    makeContext: contextFor,
    liveSessions: accounts.liveSessions,
  });
  return {
    http,
    sockets,
    async close(within) {
      stopping = true;
      await sockets.close();
      await closeWithin(http, within);
      await api.apollo.stop();
    },
  };
}
