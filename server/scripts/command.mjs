import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildWhereStale } from './build.mjs';

/** Runs one of the server's commands by name: `migrate`, `import`. */
const [name, ...args] = process.argv.slice(2);
// A file is meant from where the command was typed, which pnpm leaves before it runs a script.
const typedIn = process.env.INIT_CWD ?? process.cwd();
const meant = args.map((arg) => (existsSync(resolve(typedIn, arg)) ? resolve(typedIn, arg) : arg));
process.chdir(new URL('../..', import.meta.url).pathname);
await buildWhereStale({ quiet: true, only: ['server'] });
process.argv.splice(1, process.argv.length, new URL(`../dist/${name}.js`, import.meta.url).pathname, ...meant);
await import(`../dist/${name}.js`);
