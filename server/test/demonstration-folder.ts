import { createHash } from 'node:crypto';
import { access, cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, runServer } from './server-process.ts';

const cache = join(import.meta.dirname, '../../node_modules/.cache/talka');

/**
 * Puts a data folder with the demonstration network at `path`, as the built server leaves it when it is stopped. It is
 * loaded once for each build and day, since the network tells of the days around the one on which it was loaded.
 */
export async function copyDemonstration(path: string, today: Date): Promise<void> {
  const build = await readFile(join(cache, 'server-built-from'));
  const day = today.toISOString().slice(0, 10);
  const loaded = join(
    cache,
    'demonstration',
    createHash('sha256').update(build).update(day).digest('hex').slice(0, 16),
  );
  await access(loaded).catch(() => load(loaded));
  await cp(loaded, path, { recursive: true });
}

async function load(folder: string): Promise<void> {
  await rm(join(cache, 'demonstration'), { recursive: true, force: true });
  const draft = `${folder}.draft`;
  await mkdir(draft, { recursive: true });
  const port = await freePort();
  const server = runServer(draft, { PORT: String(port), DATA_DIR: draft, DEMO: '1' });
  await server.says(`http://localhost:${port}`);
  server.child.kill('SIGTERM');
  const code = await server.exit();
  if (code !== 0) throw new Error(`the server ended with ${code}: ${server.output()}`);
  await rename(draft, folder);
}
