import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from './product.mjs';

/** Starts a server of this folder on a database, in a process of its own, and resolves when it answers. */
export async function startServer(file, databaseUrl) {
  const port = await freePort();
  const child = spawn(process.execPath, [join(import.meta.dirname, file)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: databaseUrl, PORT: String(port) },
  });
  const address = `http://127.0.0.1:${port}/graphql`;
  const answers = () =>
    fetch(address, { method: 'HEAD' }).then(
      () => true,
      () => false,
    );
  while (child.exitCode === null && !(await answers())) await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    address,
    async stop() {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
