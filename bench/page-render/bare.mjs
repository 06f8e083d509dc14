import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../product.mjs';

const client = join(import.meta.dirname, '../../client');

/**
 * Builds and starts the smallest SvelteKit application whose one page answers the given HTML from a string. Without
 * data there is nothing to load and nothing to start in the browser; with data it is sent along, as any page does
 * that the browser takes over.
 */
export async function startBare(html, data) {
  const folder = mkdtempSync(join(tmpdir(), 'talka-bare-'));
  const files = {
    'package.json': '{ "type": "module" }',
    'vite.config.js': `import adapter from '@sveltejs/adapter-node';
      import { sveltekit } from '@sveltejs/kit/vite';
      export default { plugins: [sveltekit({ adapter: adapter() })] };`,
    'src/app.html': '<!doctype html><html lang="lt"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>',
    'src/routes/+page.server.js': `export const csr = ${Boolean(data)}; const data = ${JSON.stringify(data ?? {})}; export const load = () => data;`,
    'src/routes/body.js': `export const body = ${JSON.stringify(html)};`,
    'src/routes/+page.svelte': "<script>import { body } from './body.js';</script>{@html body}",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(client, 'node_modules'), join(folder, 'node_modules'));
  const env = { ...process.env, NODE_ENV: 'production' };
  const built = spawnSync(join(client, 'node_modules/.bin/vite'), ['build', '--logLevel', 'error'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr + built.stdout);
  const port = await freePort();
  const child = spawn(process.execPath, ['build/index.js'], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...env, PORT: String(port), ORIGIN: `http://127.0.0.1:${port}` },
  });
  const address = `http://127.0.0.1:${port}/`;
  const answers = () =>
    fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
  while (child.exitCode === null && !(await answers())) await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    address,
    stop() {
      child.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
