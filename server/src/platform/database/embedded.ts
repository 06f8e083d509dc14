import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { createPostgreSqlTypeParsers } from '@mikro-orm/sql';
import array from 'postgres-array';
import { removeForGood, syncFileSystem, syncPath, syncTree } from './durable-files.ts';
import { DurableFolder } from './durable-folder.ts';

/** `fdatasync`, PostgreSQL's own choice, never reaches the host. */
const durable = [...PGlite.defaultStartParams.filter((word) => word !== '-F'), '-c', 'wal_sync_method=fsync'];

const shared = {
  extensions: { btree_gist, pg_trgm, unaccent },
  parsers: createPostgreSqlTypeParsers((text) => array.parse(text)),
};

/** PostgreSQL inside this process, in memory. `image` is a dump of a data folder to start from. The caller closes it. */
export function openInMemory(options: { image?: Blob } = {}): Promise<PGlite> {
  return PGlite.create({ ...shared, ...(options.image && { loadDataDir: options.image }) });
}

/**
 * PostgreSQL inside this process, in the folder `database` of `directory`: what it has committed is on the
 * disk. A folder that a crash left half made is made anew. The caller holds the lock and closes it.
 */
export async function openEmbedded(directory: string): Promise<PGlite> {
  const folder = join(directory, 'database');
  const unfinished = join(directory, 'database.unfinished');
  if (await exists(unfinished)) await removeForGood(folder);
  const isNew = !(await exists(join(folder, 'PG_VERSION')));
  if (isNew) {
    await writeFile(unfinished, '', { flush: true });
    await syncPath(directory);
  }
  const synced = !isNew && (await crashedIn(folder)) && (await syncFileSystem(folder));
  const pglite = await PGlite.create({ ...shared, fs: new DurableFolder(folder, synced), startParams: durable });
  if (isNew) {
    await syncTree(folder);
    await removeForGood(unfinished);
  }
  return pglite;
}

/** Whether the database was not closed in order: the state in its control file is any but `DB_SHUTDOWNED`. */
async function crashedIn(folder: string): Promise<boolean> {
  const control = await readFile(join(folder, 'global/pg_control'));
  return control.readUInt32LE(16) !== 1;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
