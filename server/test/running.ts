import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, startApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { freePort } from './server-process.ts';

/** The whole server in this process. */
export interface RunningApp extends App {
  readonly port: number;
  /** Asks for a path, with headers. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Posts JSON. */
  post(path: string, body: object, headers?: Record<string, string>): Promise<Response>;
}

/** Starts the server with these settings, without the demonstration network, on a folder of its own. */
export async function runApp(environment: Record<string, string>): Promise<RunningApp> {
  const folder = await mkdtemp(join(tmpdir(), 'talka-app-'));
  const port = await freePort();
  const config = { PORT: String(port), DATA_DIR: folder, DEMO: '0', LOG_LEVEL: 'silent', ...environment };
  const app = await startApp(readConfig(config));
  const address = `http://127.0.0.1:${port}`;
  return {
    ...app,
    port,
    get: (path, headers = {}) => fetch(address + path, { headers }),
    post: (path, body, headers = {}) =>
      fetch(address + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: address, ...headers },
        body: JSON.stringify(body),
      }),
    async close(within) {
      await app.close(within);
      await rm(folder, { recursive: true });
    },
  };
}

/** A wire to another server that a test may cut. */
export interface Wire {
  readonly port: number;
  /** Breaks every connection and takes no more. */
  cut(): Promise<void>;
  /** Takes connections again. */
  mend(): Promise<void>;
}

/** Lays a wire to a host and port. */
export async function layWire(host: string, port: number): Promise<Wire> {
  const ends = new Set<Socket>();
  const listen = async (at: number): Promise<Server> => {
    const server = createServer((near) => {
      const far = connect(port, host);
      for (const [end, other] of [
        [near, far],
        [far, near],
      ] as const) {
        ends.add(end);
        end.on('error', () => other.destroy());
        end.on('close', () => ends.delete(end) && other.destroy());
      }
      near.pipe(far).pipe(near);
    }).listen(at, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  let server = await listen(0);
  const at = (server.address() as { port: number }).port;
  return {
    port: at,
    async cut() {
      const closed = once(server, 'close');
      server.close();
      for (const end of ends) end.destroy();
      await closed;
    },
    async mend() {
      server = await listen(at);
    },
  };
}
