import type { EntityClass, Options } from '@mikro-orm/core';

import { Migrator } from '@mikro-orm/migrations';
import { MikroORM as PgliteORM } from '@mikro-orm/pglite';
import { type EntityManager, MikroORM as PostgresORM } from '@mikro-orm/postgresql';
import { migrations } from '@talka/migrations';
import { CompiledQuery, type DatabaseConnection } from 'kysely';
import type { Config } from '../../config.ts';

import { giveBackBroken } from './broken-connections.ts';
import { lockDirectory } from './directory-lock.ts';
import type { EmbeddedDatabase } from './embedded/embedded-database.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { momentsAsDates } from './moments.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { analyze, statementLimit, unlimited } from './statement-limit.ts';
import type { Database, Tables } from './tables.ts';

export type { EntityManager };

/** Every table of the modules; `src/database.ts` hands them in. */
export type Entities = readonly EntityClass[];

/** Options that the server, the migration command and the tests share. */
export const ormOptions = (entities: Entities) =>
  ({
    entities: [...entities],
    // The migrator reports each step here; `migrate` returns the same as a value.
    logger: () => {},
    extensions: [Migrator],
    forceUtcTimezone: true,
    // Our statements are short; compiling one to machine code takes PostgreSQL far longer than running it.
    onCreateConnection: async (connection) => {
      const { executeQuery } = connection as DatabaseConnection;
      await executeQuery.call(connection, CompiledQuery.raw('set jit = off'));
      await executeQuery.call(connection, CompiledQuery.raw(`set statement_timeout = ${statementLimit}`));
    },
    migrations: {
      migrationsList: migrations.map(unlimited),
      snapshotOnMigrate: false,
      // Each migration runs in its own transaction; a failed one leaves the ones before it in place.
      allOrNothing: false,
    },
  }) satisfies Partial<Options>;

export interface OpenDatabase {
  readonly orm: PostgresORM;
  readonly embedded: boolean;
  /** The embedded database itself, for what only it can do. */
  readonly pglite?: EmbeddedDatabase;
  /** Closes the connections and, for the embedded database, gives up its folder. */
  close(): Promise<void>;
}

export type DatabaseConfig = Pick<Config, 'databaseUrl' | 'dataDirectory'>;

/** Connections to PostgreSQL: one that cannot be reached is told of soon, and a peer that is gone is noticed. */
export const connectionOptions = {
  pool: { max: 16 },
  driverOptions: { connectionTimeoutMillis: 5000, keepAlive: true, onPoolCreated: giveBackBroken },
};

/**
 * Opens PostgreSQL at `databaseUrl`, or the embedded database in `dataDirectory` under its lock.
 * Throws DirectoryInUseError when another process has that folder.
 */
export async function openDatabase(config: DatabaseConfig, entities: Entities): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) {
    const orm = new PostgresORM({
      ...ormOptions(entities),
      ...connectionOptions,
      clientUrl: config.databaseUrl,
    });
    await orm.connect();
    return { orm, embedded: false, close: () => orm.close() };
  }
  const lock = await lockDirectory(config.dataDirectory);
  try {
    const pglite = await openEmbedded(config.dataDirectory);
    const orm = embeddedOrm(pglite, entities);
    await orm.connect();
    return {
      orm,
      embedded: true,
      pglite,
      close: async () => {
        await orm.close();
        await pglite.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/**
 * The entity manager over an embedded database. Both drivers share dialect, query builder and migrations, so
 * the services are typed on one of them.
 */
export function embeddedOrm(pglite: EmbeddedDatabase, entities: Entities): PostgresORM {
  const orm = new PgliteORM({ ...ormOptions(entities), dbName: 'postgres', driverOptions: { pglite: () => pglite } });
  return orm as unknown as PostgresORM;
}

/**
 * Brings the schema up to date, then does what else a release needs once; of processes that start together one does,
 * and the others wait for it. Returns the names of the migrations it ran.
 */
export async function migrate(
  { orm, embedded }: Pick<OpenDatabase, 'orm' | 'embedded'>,
  install: (orm: PostgresORM) => Promise<void>,
): Promise<string[]> {
  const work = async () => {
    const ran = await orm.migrator.up();
    await install(orm);
    if (ran.length > 0) await analyze(rowsOf(orm.em.fork() as EntityManager));
    return ran.map((migration) => migration.name);
  };
  // The embedded database has one connection and one process.
  return embedded ? work() : oneAtATime(rowsOf(orm.em.fork() as EntityManager), 'talka.migrate', work);
}

/** Rows over the connection or transaction of an entity manager, their moments as dates. */
export function rowsOf(em: EntityManager): Database {
  return em.getKysely<Tables>().withPlugin(momentsAsDates);
}
