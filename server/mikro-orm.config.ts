import { defineConfig } from '@mikro-orm/pglite';
import { ormOptions } from './src/database.ts';

/** For the command line that compares the entities with the committed snapshot; needs no database. */
export default defineConfig({
  ...ormOptions,
  dbName: 'memory://',
  migrations: {
    ...ormOptions.migrations,
    path: '../migrations',
    pathTs: '../migrations',
    emit: 'ts',
    snapshot: true,
    snapshotName: 'snapshot',
  },
});
