import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['server', 'server/vitest.postgres.config.ts', 'client', 'client/browser/vitest.config.ts'],
    // Each file of the server has an embedded database of its own; two at a time is what two cores carry.
    maxWorkers: 2,
  },
});
