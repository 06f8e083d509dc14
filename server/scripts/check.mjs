import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Everything that can be checked without running the product; each line says what to do when it fails. */
const root = join(import.meta.dirname, '../..');
const bin = join(root, 'node_modules/.bin');
const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };

const run = (command, args, cwd = root) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  return { passed: status === 0, output: `${stdout}${stderr}` };
};

function schemaIsCurrent() {
  const folder = mkdtempSync(join(tmpdir(), 'talka-schema-'));
  const { passed, output } = run(process.execPath, ['server/scripts/schema.mjs', folder]);
  const read = (where) => readFileSync(join(where, 'schema.graphql'), 'utf8');
  const current = passed && read(folder) === read(join(root, 'schema'));
  rmSync(folder, { recursive: true });
  return {
    passed: current,
    output: passed ? 'schema/schema.graphql differs from the resolvers. Run: npx -y pnpm@12 schema' : output,
  };
}

function migrationsAreCurrent() {
  const before = readdirSync(join(root, 'migrations')).length;
  const { passed, output } = run(
    join(root, 'server/node_modules/.bin/mikro-orm'),
    ['migration:check', '--config', 'mikro-orm.config.ts'],
    join(root, 'server'),
  );
  const untouched = readdirSync(join(root, 'migrations')).length === before;
  return { passed: passed && untouched, output: `${output}\nEntities and migrations/snapshot.json differ.` };
}

const checks = [
  ['types of the server', () => run(join(bin, 'tsc'), ['-p', '.'])],
  ['lint and format', () => run(join(bin, 'biome'), ['check', '--error-on-warnings', '.'])],
  ['emitted schema', schemaIsCurrent],
  ['migrations in step with entities', migrationsAreCurrent],
  ['types and messages of the pages', () => run(process.execPath, ['--run', 'check'], join(root, 'client'))],
];

let failed = 0;
for (const [name, check] of checks) {
  const started = Date.now();
  const { passed, output } = check();
  if (!passed) failed += 1;
  console.log(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (!passed) console.log(output);
}
process.exitCode = failed > 0 ? 1 : 0;
