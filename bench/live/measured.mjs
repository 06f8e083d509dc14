import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../product.mjs';

const probe = join(import.meta.dirname, 'probe.mjs');

/** Resolves once the product says that it is ready. */
export async function untilReady(address, child) {
  while (!(await fetch(`${address}/health/ready`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A server in a process of its own that tells what it uses; `ready` resolves once it serves. */
export async function startMeasured(script, environment, ready) {
  const port = await freePort();
  const child = fork(script, {
    execArgv: ['--import', probe],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'silent', PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const address = `http://127.0.0.1:${port}`;
  await (ready ? ready(address, child) : once(child, 'message'));
  async function ask(question) {
    const answer = once(child, 'message');
    child.send(question);
    return (await answer)[0];
  }
  return {
    address,
    tell: (message) => child.send(message),
    /** Microseconds of processor time and bytes of memory so far. */
    used: () => ask('used'),
    /** The same once all garbage is collected. */
    tidied: () => ask('tidy'),
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
