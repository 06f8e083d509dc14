import { defineConfig } from 'rolldown';

/**
 * Packages are bundled with the server, since finding and reading thousands of small modules is most of a start.
 * These stay outside: they open files or workers beside their own, or are optional parts of others.
 */
const external = [
  /^@electric-sql\//,
  /^pg(\/|$)/,
  /^pg-native$/,
  /^pino(-|\/|$)/,
  /^thread-stream$/,
  /^@resvg\//,
  /^sharp$/,
  /^@img\//,
];
/** What MikroORM, Kysely and type-graphql could use as well. */
const unused = [/^better-sqlite3$/, /^mysql2?(\/|$)/, /^tedious$/, /^libsql$/, /^class-validator$/];

export default defineConfig({
  input: {
    main: 'src/main.ts',
    // Threads of their own, started by their files.
    'embedded-worker': 'src/platform/database/embedded/embedded-worker.ts',
    'painter-worker': 'src/platform/pictures/painter-worker.ts',
    migrate: 'src/tools/migrate.ts',
    import: 'src/tools/import.ts',
    backup: 'src/tools/backup.ts',
    restore: 'src/tools/restore.ts',
    'move-to-postgres': 'src/tools/move-to-postgres.ts',
    'emit-schema': 'src/tools/emit-schema.ts',
  },
  platform: 'node',
  external: [...external, ...unused],
  tsconfig: '../tsconfig.json',
  output: {
    dir: 'dist',
    format: 'esm',
    sourcemap: true,
    // The server that is developed runs from this folder while it is written anew.
    cleanDir: !process.argv.includes('--watch'),
  },
});
