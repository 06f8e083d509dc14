import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWhereStale } from './build.mjs';

/** Writes schema/schema.graphql from the resolvers. */
const server = join(import.meta.dirname, '..');
const target = process.argv[2] ?? join(server, '../schema');
await buildWhereStale({ quiet: true, only: ['server'] });
execFileSync(process.execPath, [join(server, 'dist/emit-schema.js'), target], { stdio: 'inherit' });
