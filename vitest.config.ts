import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['server', 'client'],
    // A file each for the embedded database; two at a time is what two cores carry.
    maxWorkers: 2,
  },
});
