import { enableCompileCache } from 'node:module';
import { buildWhereStale } from './build.mjs';

// A relative DATA_DIR means the folder of the project, wherever the command runs.
process.chdir(new URL('../..', import.meta.url).pathname);
process.env.NODE_ENV ??= 'production';
await buildWhereStale();
// Compiled code is kept, so that later starts need not compile a thousand modules again.
enableCompileCache('node_modules/.cache/talka/compiled');
await import('../dist/main.js');
