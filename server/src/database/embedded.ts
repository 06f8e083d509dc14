import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { createPostgreSqlTypeParsers } from '@mikro-orm/sql';
import array from 'postgres-array';

/**
 * PostgreSQL inside this process, kept in a folder or, without one, in memory. `image` is a dump of a data
 * folder to start from. The caller closes it.
 */
export function openEmbedded(options: { directory?: string; image?: Blob }): Promise<PGlite> {
  return PGlite.create({
    ...(options.directory !== undefined && { dataDir: options.directory }),
    ...(options.image && { loadDataDir: options.image }),
    extensions: { btree_gist, pg_trgm, unaccent },
    parsers: createPostgreSqlTypeParsers((text) => array.parse(text)),
  });
}
