import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { authHandler, authRoutes } from './modules/accounts/auth/auth.routes.ts';
import { clientAddressHeader, createAuth } from './modules/accounts/auth/auth.ts';
import { clearExpired, expired } from './modules/accounts/auth/expired.job.ts';
import { readOrCreateSecret } from './modules/accounts/auth/secret.ts';
import { readLiveSessions } from './modules/accounts/sessions/live-sessions.reader.ts';
import { type Authenticated, type RequestHeaders, sessionReader } from './modules/accounts/sessions/session.reader.ts';
import { type Context, makeContext } from './platform/context/context.ts';
import type { Runtime } from './platform/context/runtime.ts';
import { orUnavailable } from './platform/database/availability.ts';
import { type EntityManager, type OpenDatabase, openDatabase, rowsOf } from './platform/database/database.ts';
import { databaseAnswers, isDatabaseReady } from './platform/database/readiness.reader.ts';
import { dataDirectory } from './platform/files/data-directory.ts';
import { createApollo } from './platform/graphql/apollo.ts';
import { createGuard } from './platform/graphql/guard/guard.ts';
import { createRates } from './platform/graphql/guard/rates.ts';
import { readTrustedDocuments } from './platform/graphql/guard/trusted-documents.ts';
import { operationTimer } from './platform/graphql/operation-timer.ts';
import { forgetOldChanges, oldChanges } from './platform/graphql/reuse/old-changes.job.ts';
import { createReuse } from './platform/graphql/reuse/reuse.ts';
import { answerInProcess, type Gateway } from './platform/http/gateway.ts';
import { mountGraphql } from './platform/http/graphql-route.ts';
import { mountHealth, withinPatience } from './platform/http/health.ts';
import { mountMetrics } from './platform/http/metrics.ts';
import { mountPages } from './platform/http/pages.ts';
import { assertPortFree } from './platform/http/port.ts';
import { closeWithin, createHttpServer } from './platform/http/server.ts';
import { serverFigures } from './platform/http/server-figures.ts';
import { trustedProxies } from './platform/http/trusted-proxies.ts';
import { attachWebSocket } from './platform/http/websocket/websocket.ts';
import { forgetOldRequests, oldRequests } from './platform/idempotency/client-request.job.ts';
import { openJobs } from './platform/jobs/jobs.ts';
import { forgetOldAttempts, oldAttempts } from './platform/limits/attempts.job.ts';
import { createLog } from './platform/log/log.ts';
import { createMailer } from './platform/mail/mailer.ts';
import { createHub } from './platform/realtime/hub/hub.ts';
import { demonstrationWelcome, prepareDatabase } from './prepare.ts';
import { makeSchema } from './schema.ts';
import { keepDatabase } from './tools/backup/keep-database.ts';

export interface App {
  /** Where it listens, such as `http://localhost:4000`. */
  readonly address: string;
  /** Closes the sockets, ends what is under way within so many milliseconds, then closes the database. */
  close(within?: number): Promise<void>;
}

/** Opens the database, brings it up to date and serves API and pages on one port. */
export async function startApp(config: Config): Promise<App> {
  await assertPortFree(config.host, config.port);
  const log = createLog(config);
  const database = await openDatabase(config);
  try {
    const demonstration = await prepareDatabase(database, config, tell);
    const app = await serve(config, database, log, demonstration);
    tell(`Talka is served on ${app.address}`);
    if (demonstration) for (const line of demonstrationWelcome()) tell(line);
    return app;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** For the person at the terminal; machines read the log. */
const tell = (line: string) => console.log(line);

async function serve(config: Config, database: OpenDatabase, log: Logger, demonstration: boolean): Promise<App> {
  const { orm } = database;
  const fork = () => orm.em.fork() as EntityManager;
  const jobs = await openJobs({ orm, log });
  jobs.handle(expired, () => clearExpired(rowsOf(fork()), new Date()));
  jobs.handle(oldAttempts, () => forgetOldAttempts(rowsOf(fork()), new Date()));
  jobs.handle(oldChanges, () => forgetOldChanges(rowsOf(fork()), new Date()));
  jobs.handle(oldRequests, () => forgetOldRequests(rowsOf(fork()), new Date()));
  const mailer = createMailer(config, { jobs, fork, log });
  const secret = config.authSecret ?? (await readOrCreateSecret(fork()));
  const auth = await createAuth({ orm, config, mailer, log, secret });
  const authenticate = await sessionReader(auth, orm);
  const hub = createHub({ database: rowsOf(fork()), databaseUrl: config.databaseUrl, natsUrl: config.natsUrl, log });
  const rates = config.rateLimits ? createRates() : undefined;
  const runtime: Runtime = {
    startedAt: new Date(),
    embedded: database.embedded,
    jobs,
    mail: mailer,
    sockets: () => sockets.open,
  };
  const contextFor = ({ actor, locale, address }: Asker): Context =>
    makeContext({ em: fork(), actor, locale, address, rates, now: new Date(), wake: hub.wake, runtime });
  const answers = () => withinPatience(() => databaseAnswers(rowsOf(fork())));
  const contextOf = async (headers: RequestHeaders) => {
    const asker = await orUnavailable(headers, answers, () => authenticate(headers));
    return contextFor({ ...asker, address: headers.get(clientAddressHeader) ?? undefined });
  };

  const trustProxy = trustedProxies(config.trustedProxies);
  const http = createHttpServer(log, { origin: config.origin, trustProxy });
  const schema = makeSchema();
  const trusted = await readTrustedDocuments(join(dataDirectory(), '../../client/build/client/documents.json'));
  const guard = createGuard(schema, { introspection: config.introspection, trusted });
  const reuse = await createReuse(rowsOf(fork()));
  const apollo = createApollo(schema, log, guard, reuse.answer);
  const metrics = mountMetrics(
    http,
    serverFigures({ orm, embedded: database.embedded, rows: () => rowsOf(fork()), sockets: () => sockets }),
    config.metricsToken,
  );
  apollo.addPlugin(operationTimer(metrics.operation));
  await apollo.start();
  mountGraphql(http, apollo, ({ headers, ip }) => contextOf(headersOf({ ...headers, [clientAddressHeader]: ip })));

  const handleAuth = authHandler(auth, log, { answers, openId: config.oidc !== undefined });
  await http.register(authRoutes(handleAuth));
  let stopping = false;
  mountHealth(http, async () => !stopping && isDatabaseReady(rowsOf(fork())));
  const gateway: Gateway = {
    graphql: (body, headers) => answerInProcess(apollo, contextOf, body, headers),
    stand: (bases) => reuse.stand(bases, new Date()),
    auth: handleAuth,
    settings: { demonstration, mapStyleUrl: config.mapStyleUrl ?? null, signInWith: config.oidc?.name ?? null },
  };
  const handlerPath = join(dataDirectory(), '../../client/build/handler.js');
  await mountPages(http, { handlerPath, gateway, origin: config.originIsGiven ? config.origin : undefined });
  const sockets = attachWebSocket({
    server: http.server,
    schema,
    guard,
    hub,
    log,
    origin: config.origin,
    development: !config.originIsGiven,
    trustProxy,
    authenticate: async (headers) => (await authenticate(headersOf(headers))).actor,
    makeContext: contextFor,
    liveSessions: (ids) => readLiveSessions(rowsOf(fork()), ids, new Date()),
  });
  const keeping = await keepDatabase(database, config, log);
  await http.listen({ host: config.host, port: config.port });
  await jobs.start();

  return {
    address: config.origin,
    async close(within = 5000) {
      stopping = true;
      await sockets.close();
      await Promise.all([closeWithin(http, within), jobs.stop(within)]);
      await apollo.stop();
      await hub.stop();
      await mailer.settled();
      mailer.close();
      await keeping.stop();
      await database.close();
    },
  };
}

type Asker = Pick<Authenticated, 'actor' | 'locale'> & { readonly address: string | undefined };

const headersOf = (given: IncomingHttpHeaders): RequestHeaders => ({
  get: (name) => [given[name] ?? []].flat().join(', ') || null,
});
