import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vitest would otherwise load the ESM and the CJS copy of graphql, whose instanceof checks then disagree.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    name: 'server',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/*.postgres.test.ts', '**/node_modules/**'],
    globalSetup: ['test/template-database.ts'],
    setupFiles: ['reflect-metadata', 'test/clock.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
