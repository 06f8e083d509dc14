import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Server and pages, each rebuilt when its sources change: the API on 4000, the pages on 5173. */
const root = join(import.meta.dirname, '../..');
const run = (command, args, folder, env = {}) =>
  spawn(command, args, {
    cwd: join(root, folder),
    stdio: 'inherit',
    env: { ...process.env, ...env, PATH: `${join(root, folder, 'node_modules/.bin')}:${process.env.PATH}` },
  });

const bundler = run('rolldown', ['-c', 'rolldown.config.ts', '--watch'], 'server');
const pages = run('vite', ['dev'], 'client', { API_URL: `http://localhost:${process.env.PORT ?? 4000}` });
// The server starts once its first bundle is there, and again after each later one.
await new Promise((resolve) => bundler.once('spawn', () => setTimeout(resolve, 2000)));
const server = run(process.execPath, ['--watch', '--enable-source-maps', 'server/dist/main.js'], '.', {
  ORIGIN: process.env.ORIGIN ?? 'http://localhost:5173',
});
const children = [bundler, pages, server];
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => children.map((child) => child.kill(signal)));
for (const child of children) child.on('exit', () => children.map((other) => other.kill()));
