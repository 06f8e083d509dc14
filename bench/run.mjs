import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { buildWhereStale } from '../server/scripts/build.mjs';

/** Runs the measurements named on the command line, or all. */
const folder = import.meta.dirname;
const [flags, names] = [
  process.argv.slice(2).filter((arg) => arg.startsWith('--')),
  process.argv.slice(2).filter((arg) => !arg.startsWith('--')),
];
const known = readdirSync(folder).flatMap((file) => /^(.+)\.bench\.mjs$/.exec(file)?.[1] ?? []);
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no measurement ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(1);
}
await buildWhereStale();
const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
if (Object.keys(dependencies).some((name) => !existsSync(join(folder, 'node_modules', name)))) {
  const { status } = spawnSync('npx', ['-y', 'pnpm@12', 'install', '--ignore-workspace', '--no-lockfile'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`,
);
for (const name of names.length > 0 ? names : known) {
  const { status } = spawnSync(process.execPath, [join(folder, `${name}.bench.mjs`), ...flags], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
