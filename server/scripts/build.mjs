import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/talka');
/** What each part of the product depends on, the file that its build makes, and the command that does. */
const parts = {
  server: {
    title: 'Building the server',
    sources: ['pnpm-lock.yaml', 'server/package.json', 'server/rolldown.config.ts', 'server/src', 'migrations'],
    result: 'server/dist/main.js',
    command: ['rolldown', '-c', 'rolldown.config.ts'],
  },
  client: {
    title: 'Building the pages',
    sources: [
      ...['pnpm-lock.yaml', 'server/src', 'schema', 'client/package.json', 'client/vite.config.ts'],
      ...['client/scripts', 'client/src', 'client/static'],
    ],
    result: 'client/build/handler.js',
    command: ['vite', 'build', '--logLevel', 'error'],
  },
};

/**
 * Builds the server and the pages, or the parts that are named, where their sources changed since the last build.
 * Returns whether it did.
 */
export async function buildWhereStale({ quiet = false, only = Object.keys(parts) } = {}) {
  let built = false;
  for (const name of only) {
    const { title, sources, result, command } = parts[name];
    const stamp = join(cache, `${name}-built-from`);
    const digest = await digestOf(sources);
    const present = await access(join(root, result)).then(
      () => true,
      () => false,
    );
    if (present && (await readFile(stamp, 'utf8').catch(() => '')) === digest) continue;
    await rm(stamp, { force: true });
    await step(title, command, name, quiet);
    await mkdir(cache, { recursive: true });
    await writeFile(stamp, digest);
    built = true;
  }
  return built;
}

/** Tells one built server from another. */
export const builtServer = () => readFile(join(cache, 'server-built-from'), 'utf8');

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
