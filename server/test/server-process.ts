import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

const builtServer = join(import.meta.dirname, '../dist/main.js');

/** A server in a process of its own. */
export interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves when a line says so; rejects when the process ends before. */
  says(text: string): Promise<void>;
  exit(): Promise<number | null>;
}

/** Where programs are, and which day `faketime` pretends: a browser and its server have one clock. */
const shared = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => name === 'PATH' || name === 'LD_PRELOAD' || name.startsWith('FAKETIME'),
  ),
);

/** Starts the built server in a folder, with hardly anything of this process's environment. */
export function runServer(cwd: string, environment: Record<string, string>): Run {
  let text = '';
  const child = spawn(process.execPath, ['--enable-source-maps', builtServer], {
    cwd,
    env: { ...shared, NODE_ENV: 'production', LOG_LEVEL: 'error', DEMO: '0', ...environment },
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += chunk;
      for (const listener of listeners) listener();
    });
  }
  return {
    child,
    output: () => text,
    exit: () => ended,
    says: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => text.includes(wanted) && resolve();
        listeners.add(look);
        look();
        ended.then((code) => reject(new Error(`ended with ${code}: ${text}`)));
      }),
  };
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
