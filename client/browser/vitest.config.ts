import { defineConfig } from 'vitest/config';

/** What people see: the built product in a real browser, with a server of its own and the demonstration network. */
export default defineConfig({
  test: {
    name: 'browser',
    include: ['**/*.browser.test.ts'],
    globalSetup: ['./served-product.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One server and one browser serve all files, so that the figures of CI stay within two cores.
    fileParallelism: false,
  },
});
