import { sql } from 'kysely';
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
  const { rows } = await sql<{ version: string; bytes: number }>`
    select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes`.execute(
    db(ctx),
  );
  return {
    version,
    nodeVersion: process.versions.node,
    startedAt: runtime.startedAt,
    databaseVersion: rows[0]?.version ?? '',
    databaseEmbedded: runtime.embedded,
    databaseBytes: rows[0]?.bytes ?? 0,
    logLag: await readLogLag(db(ctx), ctx.now),
    sockets: runtime.sockets(),
    memoryBytes: process.memoryUsage.rss(),
  };
}
