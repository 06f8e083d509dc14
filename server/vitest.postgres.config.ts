import { defineConfig, mergeConfig } from 'vitest/config';
import server from './vitest.config.ts';

/** What only real concurrency can prove; each file makes and drops a database of its own. */
export default mergeConfig(
  { ...server, test: { ...server.test, include: [], exclude: [] } },
  defineConfig({
    test: {
      name: 'postgres',
      include: ['src/**/*.postgres.test.ts', 'test/**/*.postgres.test.ts'],
      exclude: ['**/node_modules/**'],
    },
  }),
);
