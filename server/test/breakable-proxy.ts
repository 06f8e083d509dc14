import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that a test may break and mend. */
export interface BreakableProxy {
  /** The server's address by way of the proxy. */
  readonly url: string;
  /** Cuts every connection and lets no new one through. */
  break(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Stands before the server of an address whose port, where it names none, is `defaultPort`. */
export async function breakableProxy(serverUrl: string, defaultPort: number): Promise<BreakableProxy> {
  const target = new URL(serverUrl);
  const open = new Set<Socket>();
  let broken = false;
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  const proxy = createServer((near) => {
    if (broken) {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port || defaultPort), target.hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const url = new URL(serverUrl);
  url.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return {
    url: url.href,
    break() {
      broken = true;
      cut();
    },
    mend() {
      broken = false;
    },
    async close() {
      cut();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
