import type { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { createPostgreSqlTypeParsers } from '@mikro-orm/sql';
import array from 'postgres-array';

/** What is used of PGlite, wherever it runs. */
export type EmbeddedDatabase = Pick<
  PGlite,
  'query' | 'exec' | 'transaction' | 'close' | 'closed' | 'ready' | 'waitReady' | 'dumpDataDir'
>;

export const extensions = { btree_gist, pg_trgm, unaccent };

/** Values as the PostgreSQL driver of MikroORM hands them over. */
export const embeddedParsers = createPostgreSqlTypeParsers((text) => array.parse(text));

/** Whether a driver's own client is the embedded database and not a pool of connections. */
export const isEmbedded = (client: unknown): client is EmbeddedDatabase =>
  typeof client === 'object' && client !== null && 'dumpDataDir' in client;
