import { buildWhereStale } from './build.mjs';

/** Runs one of the server's commands by name: `migrate`, `import`. */
const [name, ...args] = process.argv.slice(2);
process.chdir(new URL('../..', import.meta.url).pathname);
await buildWhereStale({ quiet: true });
process.argv.splice(1, process.argv.length, new URL(`../dist/${name}.js`, import.meta.url).pathname, ...args);
await import(`../dist/${name}.js`);
