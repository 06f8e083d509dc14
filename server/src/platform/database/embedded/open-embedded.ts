import { PGlite } from '@electric-sql/pglite';
import { openInWorker } from './embedded-client.ts';
import { type EmbeddedDatabase, embeddedParsers, extensions } from './embedded-database.ts';

/** PostgreSQL inside this process, in memory. `image` is a dump of a data folder to start from. The caller closes it. */
export function openInMemory({ image }: { image?: Blob } = {}): Promise<PGlite> {
  return PGlite.create({ extensions, parsers: embeddedParsers, ...(image && { loadDataDir: image }) });
}

/**
 * PostgreSQL in the folder `database` of `directory`, on a thread of its own: while it works on a statement, this
 * process goes on answering. The caller holds the lock of the folder and closes it.
 */
export const openEmbedded = (directory: string): Promise<EmbeddedDatabase> => openInWorker(directory);
