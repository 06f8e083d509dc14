import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Writes schema/schema.graphql from the resolvers. */
const server = join(import.meta.dirname, '..');
const bin = join(server, '../node_modules/.bin');
const target = process.argv[2] ?? join(server, '../schema');
execFileSync(join(bin, 'rolldown'), ['-c', 'rolldown.config.ts'], { cwd: server, stdio: 'pipe' });
execFileSync(process.execPath, [join(server, 'dist/emit-schema.js'), target], { stdio: 'inherit' });
