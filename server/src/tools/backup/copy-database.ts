import { Migrator } from '@mikro-orm/migrations';
import { MikroORM as PgliteORM } from '@mikro-orm/pglite';
import { MikroORM as PostgresORM } from '@mikro-orm/postgresql';
import { migrations } from '@talka/migrations';
import type { Pool } from 'pg';
import type { Config } from '../../config.ts';
import { ormOptions } from '../../database.ts';
import { lockDirectory } from '../../platform/database/directory-lock.ts';
import { openEmbedded } from '../../platform/database/embedded/open-embedded.ts';
import { type CopySession, embeddedSession, postgresSession } from './copy-session.ts';

/** A database opened by a command, with one connection. */
export interface CopyDatabase {
  readonly session: CopySession;
  readonly orm: PostgresORM;
  /** Runs migrations in the transaction that is open; all that did not run yet where no names are given. */
  migrate(names?: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Every migration this program knows. */
export const knownMigrations: readonly string[] = migrations.map(({ name }) => name);

/** The migrator must not open transactions of its own within the one that a restore is. */
const options = { ...ormOptions, migrations: { ...ormOptions.migrations, transactional: false } };

/** How rows are written as text, whatever the server's own settings, and no limit that fits requests only. */
const settings = [
  `set datestyle = 'ISO, YMD'`,
  `set intervalstyle = 'iso_8601'`,
  `set extra_float_digits = 1`,
  `set bytea_output = 'hex'`,
  'set statement_timeout = 0',
  'set lock_timeout = 0',
  'set idle_in_transaction_session_timeout = 0',
];

/** Opens the database of the settings. Throws DirectoryInUseError where a server runs on the embedded one. */
export async function openToCopy(config: Pick<Config, 'databaseUrl' | 'dataDirectory'>): Promise<CopyDatabase> {
  const opened =
    config.databaseUrl === undefined ? await openFolder(config.dataDirectory) : await openServer(config.databaseUrl);
  const { orm, session } = opened;
  for (const setting of settings) await session.ask(setting);
  return {
    ...opened,
    async migrate(names) {
      // A migrator remembers that its table exists, which a restore may have removed or a rollback undone.
      await new Migrator(orm.em).up(names && { migrations: [...names] });
    },
  };
}

type Opened = Omit<CopyDatabase, 'migrate'>;

async function openServer(clientUrl: string): Promise<Opened> {
  const orm = new PostgresORM({ ...options, clientUrl, pool: { min: 1, max: 1, idleTimeoutMillis: 0 } });
  await orm.connect();
  const pool = (await orm.driver.getConnection().getNativeClient()) as Pool;
  return { orm, session: postgresSession(pool), close: () => orm.close() };
}

async function openFolder(directory: string): Promise<Opened> {
  const lock = await lockDirectory(directory);
  try {
    const pglite = await openEmbedded(directory);
    const orm = new PgliteORM({ ...options, dbName: 'postgres', driverOptions: { pglite: () => pglite } });
    await orm.connect();
    return {
      orm: orm as unknown as PostgresORM,
      session: embeddedSession(pglite),
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

/** Runs `work` in one transaction: all of it is kept, or nothing where it throws. */
export async function inTransaction<Result>(
  { session }: CopyDatabase,
  kind: 'read only' | 'read write',
  work: () => Promise<Result>,
): Promise<Result> {
  await session.ask(`begin isolation level repeatable read, ${kind}`);
  try {
    const result = await work();
    await session.ask('commit');
    return result;
  } catch (error) {
    // The reason for giving up matters more than a connection that is gone as well.
    await session.ask('rollback').catch(() => undefined);
    throw error;
  }
}
