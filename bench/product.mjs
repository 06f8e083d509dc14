import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** A port that nobody listens on now. */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

/** Starts the built product and resolves when it answers; `PRODUCT_NODE_OPTIONS` may ask it for a profile. */
export async function startProduct(environment) {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'server/dist/main.js')], {
    cwd: root,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      NODE_OPTIONS: process.env.PRODUCT_NODE_OPTIONS ?? '',
      NODE_ENV: 'production',
      LOG_LEVEL: 'silent',
      RATE_LIMITS: '0',
      PORT: String(port),
      ...environment,
    },
  });
  const address = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
  const seconds = (performance.now() - started) / 1000;
  return {
    address,
    seconds,
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
    /** As a crash would. */
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
