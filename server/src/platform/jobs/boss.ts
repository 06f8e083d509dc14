import { types } from '@electric-sql/pglite';
import type { MikroORM } from '@mikro-orm/postgresql';
import { type ConstructorOptions, PgBoss } from 'pg-boss';
import { type EmbeddedDatabase, isEmbedded } from '../database/embedded/embedded-database.ts';

/** What pg-boss runs its statements with. */
export type BossDatabase = NonNullable<ConstructorOptions['db']>;

/** Seconds between two looks that nobody asked for: for jobs that are due, for schedules, for what got stuck. */
export interface Pace {
  readonly jobs: number;
  readonly schedules: number;
  readonly upkeep: number;
}

/** Work of this process is announced to it, so looking is for retries, schedules and the work of others. */
const serverPace: Pace = { jobs: 5, schedules: 30, upkeep: 60 };
/** Nobody but this process adds jobs to the embedded database. */
const embeddedPace: Pace = { jobs: 30, schedules: 45, upkeep: 300 };

/** pg-boss with few connections of its own, or over the one of the embedded database. */
export async function openBoss(
  orm: MikroORM,
  options: Pick<ConstructorOptions, 'schedule' | 'supervise'>,
): Promise<{ boss: PgBoss; pace: Pace }> {
  const client: unknown = await orm.em.getConnection().getNativeClient();
  const embedded = isEmbedded(client);
  const pace = embedded ? embeddedPace : serverPace;
  const database: ConstructorOptions = embedded
    ? { backend: 'pglite', db: overPglite(client), reindex: false, monitorVacuum: false }
    : { connectionString: orm.config.get('clientUrl') ?? '', max: 4, application_name: 'talka-jobs' };
  const boss = new PgBoss({
    ...database,
    ...options,
    registerInstance: false,
    cronMonitorIntervalSeconds: pace.schedules,
    cronWorkerIntervalSeconds: pace.schedules,
    superviseIntervalSeconds: pace.upkeep,
    monitorIntervalSeconds: pace.upkeep,
    maintenanceIntervalSeconds: 3600,
    // Queues change with a release only, and jobs that wait for other jobs are not used.
    queueCacheIntervalSeconds: 3600,
    bamIntervalSeconds: 3600,
    flowIntervalSeconds: 3600,
  });
  return { boss, pace };
}

/**
 * Statements with values run alone. Those without may be several in a row: `exec` runs them all, inside a
 * transaction of PGlite's own where they bring their own `BEGIN`, so that a failure in the middle is rolled back
 * before the next comer gets the only connection.
 */
function overPglite(pglite: EmbeddedDatabase): BossDatabase {
  // Our connection hands over moments as text; pg-boss wants dates.
  const { parsers } = types;
  const scriptOn = async (on: Pick<EmbeddedDatabase, 'exec'>, text: string) => {
    const results = await on.exec(text, { parsers });
    return { rows: results.flatMap(({ rows }) => rows) };
  };
  return {
    executeSql(text, values) {
      if (values && values.length > 0) return pglite.query(text, values, { parsers });
      return /^\s*begin\b/i.test(text) ? pglite.transaction((tx) => scriptOn(tx, text)) : scriptOn(pglite, text);
    },
  };
}
