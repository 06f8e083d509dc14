import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/talka');
const stamp = join(cache, 'built-from');
const results = ['server/dist/main.js', 'client/build/handler.js'];
/** What the built server and pages depend on. */
const sources = [
  'pnpm-lock.yaml',
  'server/package.json',
  'server/rolldown.config.ts',
  'server/src',
  'migrations',
  'schema',
  'client/package.json',
  'client/vite.config.ts',
  'client/scripts',
  'client/src',
  'client/static',
];

/** Builds the server and the pages where their sources changed since the last build. Returns whether it did. */
export async function buildWhereStale({ quiet = false } = {}) {
  const digest = await digestOf(sources);
  const present = await Promise.all(results.map((path) => access(join(root, path)))).catch(() => undefined);
  if (present && (await readFile(stamp, 'utf8').catch(() => '')) === digest) return false;
  await rm(stamp, { force: true });
  await step('Building the server', ['rolldown', '-c', 'rolldown.config.ts'], 'server', quiet);
  await step('Building the pages', ['vite', 'build', '--logLevel', 'error'], 'client', quiet);
  await mkdir(cache, { recursive: true });
  await writeFile(stamp, digest);
  return true;
}

async function digestOf(paths) {
  const hash = createHash('sha256').update(process.version);
  const add = async (path) => {
    const entries = await readdir(path, { withFileTypes: true }).catch((error) => error.code);
    if (entries === 'ENOTDIR') hash.update(path.slice(root.length)).update(await readFile(path));
    if (!Array.isArray(entries)) return;
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      // Declarations are partly written by the build itself and never change what it makes.
      if (!/^node_modules$|\.(test|d)\.ts$/.test(entry.name)) await add(join(path, entry.name));
    }
  };
  for (const path of paths) await add(join(root, path));
  return hash.digest('hex');
}

/** Runs one build step with a sign of life every five seconds; its output is shown only if it fails. */
async function step(title, [command, ...args], folder, quiet) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  if (!quiet) console.log(`${title} …`);
  const timer = setInterval(() => quiet || console.log(`  still building, ${seconds()} s`), 5000);
  let output = '';
  const code = await new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production' };
    const path = [join(root, folder, 'node_modules/.bin'), join(root, 'node_modules/.bin'), env.PATH].join(':');
    const child = spawn(command, args, { cwd: join(root, folder), env: { ...env, PATH: path } });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject).on('close', resolve);
  }).finally(() => clearInterval(timer));
  if (code !== 0) {
    console.error(output);
    throw new Error(`${title} failed.`);
  }
  if (!quiet) console.log(`  done in ${seconds()} s`);
}

if (process.argv[1] === import.meta.filename && !(await buildWhereStale())) console.log('Everything is built already.');
