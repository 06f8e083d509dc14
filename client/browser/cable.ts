import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The wire between one browser and the server, which can be cut and mended. */
export interface Cable {
  /** The address at the browser's end. */
  readonly address: string;
  /** Breaks every connection and lets no new one through. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Lays a cable to the server at an address. */
export async function layCable(to: string): Promise<Cable> {
  const { port } = new URL(to);
  const sockets = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return void near.destroy();
    const far = connect({ host: '127.0.0.1', port: Number(port) });
    for (const [from, onto] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => onto.destroy());
      from.on('close', () => {
        sockets.delete(from);
        onto.destroy();
      });
      from.pipe(onto);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `http://localhost:${(server.address() as { port: number }).port}`,
    cut() {
      whole = false;
      breakAll();
    },
    mend() {
      whole = true;
    },
    async close() {
      server.close();
      breakAll();
      await once(server, 'close');
    },
  };
}
