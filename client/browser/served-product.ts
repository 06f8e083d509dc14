import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the product is served. */
    address: string;
    /** Its data folder; mails lie in `mail/`. */
    dataDirectory: string;
  }
}

const root = join(import.meta.dirname, '../..');

/** Starts the built product on a new data folder, as a newcomer would, and stops it afterwards. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'talka-browser-'));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = spawn(process.execPath, ['--enable-source-maps', 'server/dist/main.js'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: dataDirectory,
      DATABASE_URL: '',
      DEMO: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await ready(server, address);
  project.provide('address', address);
  project.provide('dataDirectory', dataDirectory);
  return async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
    await rm(dataDirectory, { recursive: true, force: true });
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Resolves when the server prints its address; rejects with its output when it ends before. */
function ready(server: ChildProcess, address: string): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(address)) resolve();
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)));
  });
}
