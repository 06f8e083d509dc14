import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { lockDirectory } from '../../platform/database/directory-lock.ts';
import { extensions } from '../../platform/database/embedded/embedded-database.ts';
import { CommandRefusedError } from './command-line.ts';

/** The folder of the embedded database. */
export const databaseFolder = (dataDirectory: string): string => join(dataDirectory, 'database');

/** Whether there is an embedded database in the data folder. */
export const hasEmbedded = (dataDirectory: string): Promise<boolean> =>
  stat(join(databaseFolder(dataDirectory), 'PG_VERSION')).then(
    () => true,
    () => false,
  );

/** The embedded database of a folder, or one put there from an archive of another's; a command closes it. */
export const openFolder = (folder: string, archive?: Blob): Promise<PGlite> =>
  PGlite.create({
    dataDir: folder,
    extensions,
    ...(archive && { loadDataDir: archive }),
  });

/** Works on the data folder while no server may. Throws DirectoryInUseError where one has it. */
export async function underLock<Result>(dataDirectory: string, work: () => Promise<Result>): Promise<Result> {
  const lock = await lockDirectory(dataDirectory);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

/** Works on the embedded database that is there, which no server runs on. */
export function withEmbedded<Result>(dataDirectory: string, work: (database: PGlite) => Promise<Result>) {
  return underLock(dataDirectory, async () => {
    if (!(await hasEmbedded(dataDirectory))) {
      throw new CommandRefusedError(
        `There is no embedded database in ${dataDirectory}. Set DATA_DIR to the folder that has it, or DATABASE_URL.`,
      );
    }
    const database = await openFolder(databaseFolder(dataDirectory));
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  });
}

/** The migrations that a database has been through. */
export async function migrationsOf(database: PGlite): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>('select name from mikro_orm_migrations order by id');
  return rows.map(({ name }) => name);
}
