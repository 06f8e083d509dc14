import { type Context, db } from '../../platform/context/context.ts';
import { type Runtime, version } from '../../platform/context/runtime.ts';
import { readLogLag } from '../../platform/events/maintenance/log-lag.reader.ts';

/** The process that answers, and its database. */
export interface ServerFacts {
  readonly version: string;
  readonly nodeVersion: string;
  readonly startedAt: Date;
  readonly databaseVersion: string;
  readonly databaseEmbedded: boolean;
  readonly databaseBytes: number;
  /** Seconds. */
  readonly logLag: number;
  readonly sockets: number;
  readonly memoryBytes: number;
}

/** What the process and its database say of themselves. */
export async function readServerFacts(ctx: Context, runtime: Runtime): Promise<ServerFacts> {
  const database = await db(ctx)
    .selectNoFrom(({ fn, val, cast }) => [
      fn<string>('current_setting', [val('server_version')]).as('version'),
      cast<number>(fn('pg_database_size', [fn('current_database')]), 'float8').as('bytes'),
    ])
    .executeTakeFirstOrThrow();
  return {
    version,
    nodeVersion: process.versions.node,
    startedAt: runtime.startedAt,
    databaseVersion: database.version,
    databaseEmbedded: runtime.embedded,
    databaseBytes: database.bytes,
    logLag: await readLogLag(db(ctx), ctx.now),
    sockets: runtime.sockets(),
    memoryBytes: process.memoryUsage.rss(),
  };
}
