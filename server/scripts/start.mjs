import { buildWhereStale } from './build.mjs';

// A relative DATA_DIR means the folder of the project, wherever the command runs.
process.chdir(new URL('../..', import.meta.url).pathname);
process.env.NODE_ENV ??= 'production';
await buildWhereStale();
await import('../dist/main.js');
