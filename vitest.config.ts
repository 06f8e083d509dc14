import { defineConfig } from 'vitest/config';
import { componentPlugins } from './client/scripts/test-plugins.mjs';

const beside = (ending: string) => [`server/{src,test}/**/*${ending}`, `client/{src,scripts}/**/*${ending}`];

/** Ends what hangs. It says nothing of speed: a busy machine may take its time with every test. */
const limits = { testTimeout: 300_000, hookTimeout: 300_000 };

/**
 * The lanes, from the quickest on; the ending of a test file's name says its lane. One worker does many files of a
 * lane, each after the other, in the same modules.
 */
const inProcess = {
  setupFiles: ['server/test/setup.ts'],
  isolate: false,
  ...limits,
};
// Vitest would otherwise load the ESM and the CJS copy of graphql, whose instanceof checks then disagree.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

export default defineConfig({
  test: {
    // Two at a time is what two cores carry.
    maxWorkers: 2,
    teardownTimeout: 120_000,
    projects: [
      {
        resolve,
        plugins: componentPlugins(),
        test: {
          name: 'unit',
          include: beside('.test.ts'),
          exclude: beside('.{api,postgres}.test.ts'),
          ...inProcess,
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve,
        test: {
          name: 'api',
          include: beside('.api.test.ts'),
          globalSetup: ['server/test/template-database.ts', 'server/scripts/built-server.mjs'],
          ...inProcess,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve,
        test: {
          name: 'postgres',
          include: beside('.postgres.test.ts'),
          globalSetup: ['server/test/template-postgres.ts', 'server/scripts/built-server.mjs'],
          ...inProcess,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['client/browser/*.browser.test.ts'],
          globalSetup: ['client/browser/served-product.ts'],
          ...limits,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
