import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { openAccounts } from './modules/accounts/accounts.ts';
import { readOrCreateSecret } from './modules/accounts/auth/secret.ts';
import { gather } from './modules.ts';
import { makeContext } from './platform/context/context.ts';
import { type EntityManager, rowsOf } from './platform/database/database.ts';
import { openConsumers } from './platform/events/consumers/consumers.ts';
import { dataDirectory } from './platform/files/data-directory.ts';
import { folderStore } from './platform/files/store/folder-store.ts';
import { createApi } from './platform/graphql/api.ts';
import { type Asker, nobody } from './platform/http/identities.ts';
import { assertPortFree } from './platform/http/port.ts';
import { serve } from './platform/http/serve.ts';
import { openJobs } from './platform/jobs/jobs.ts';
import { createRateLimits } from './platform/limits/rate-limits.ts';
import { createLog } from './platform/log/log.ts';
import { createMailer } from './platform/mail/mailer.ts';
import { openCityMaps } from './platform/maps/city-maps.ts';
import { createHub } from './platform/realtime/hub/hub.ts';
import { demonstrationWelcome, prepareDatabase } from './prepare.ts';
import { consumers, queues } from './queues.ts';
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
  const database = await openDatabase(config);
  try {
    const demonstration = await prepareDatabase(database, config, tell);
    const app = await start(config, database, createLog(config), demonstration);
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

async function start(config: Config, database: OpenDatabase, log: Logger, demonstration: boolean): Promise<App> {
  const { orm, embedded } = database;
  const fork = () => orm.em.fork() as EntityManager;
  const pages = join(dataDirectory(), '../../client/build');
  const secret = config.authSecret ?? (await readOrCreateSecret(orm.em.fork()));
  const limits = config.rateLimits ? createRateLimits(rowsOf(fork()), secret) : undefined;
  const { origin } = config;
  const files = folderStore(join(config.dataDirectory, 'files'));
  const wake = () => events.wake();
  const contextFor = (asker: Asker) =>
    makeContext({ ...asker, em: fork(), limits, now: new Date(), wake, jobs, files, origin, runtime });
  const context = () => contextFor(nobody);
  const jobs = await openJobs({ orm, log, context, queues });
  const mail = createMailer(config, { jobs, fork, log });
  const accounts = await openAccounts({ config, orm, mailer: mail, log, secret });
  const hub = createHub({ ...config, database: rowsOf(fork()), log });
  const events = await openConsumers({ consumers, orm, jobs, context, wake: hub.wake, log });
  const api = await createApi({ schema: makeSchema(), config, log, documents: join(pages, 'client/documents.json') });
  const runtime = { startedAt: new Date(), embedded, jobs, mail, sockets: () => server.sockets.open };
  const settings = {
    demonstration,
    mapStyleUrl: config.mapStyleUrl ?? null,
    signInWith: config.oidc?.name ?? null,
    securityContact: config.securityContact ?? null,
  };
  const maps = openCityMaps(join(config.dataDirectory, 'maps'), log);
  const server = await serve({
    ...{ config, log, database, api, accounts, hub, pages, settings, maps, contextFor },
    routes: gather('routes'),
    uploads: gather('uploads'),
  });
  const keeping = await keepDatabase(database, config, log);
  await server.http.listen({ host: config.host, port: config.port });
  await jobs.start();
  return {
    address: origin,
    async close(within = 5000) {
      await Promise.all([server.close(within), events.stop().then(() => jobs.stop(within))]);
      await hub.stop();
      await mail.settled();
      mail.close();
      await keeping.stop();
      await maps.close();
      await database.close();
    },
  };
}
