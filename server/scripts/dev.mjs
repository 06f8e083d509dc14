import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Server and pages, each rebuilt when its sources change: the API on PORT (4000), the pages on 5173. */
const root = join(import.meta.dirname, '../..');
const environmentIn = (folder, more = {}) => ({
  ...process.env,
  ...more,
  PATH: [join(root, folder, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(':'),
});
const run = (command, args, folder, more) =>
  spawn(command, args, { cwd: join(root, folder), stdio: 'inherit', env: environmentIn(folder, more) });

const bundle = ['-c', 'rolldown.config.ts'];
const { status } = spawnSync('rolldown', bundle, {
  cwd: join(root, 'server'),
  stdio: 'inherit',
  env: environmentIn('server'),
});
if (status !== 0) process.exit(1);

const api = `http://localhost:${process.env.PORT ?? 4000}`;
const children = [
  run('rolldown', [...bundle, '--watch'], 'server'),
  run(process.execPath, ['--watch', '--enable-source-maps', 'server/dist/main.js'], '.', {
    ORIGIN: process.env.ORIGIN ?? 'http://localhost:5173',
  }),
  run('vite', ['dev'], 'client', { API_URL: api }),
];
const stop = (signal) => {
  for (const child of children) child.kill(signal);
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(signal));
for (const child of children) child.on('exit', () => stop('SIGTERM'));
