import { createServer } from 'node:net';

/** Another program listens where the server should. */
export class PortTakenError extends Error {}

/** Finds out, before anything is opened or written, whether the address can be listened on. */
export async function assertPortFree(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => reject(describe(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

function describe(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new PortTakenError(
      `Port ${port} is taken by another program. Stop that one, or choose another port with PORT.`,
    );
  }
  if (error.code === 'EACCES') {
    return new PortTakenError(`Port ${port} may not be used by this user. Choose one above 1023 with PORT.`);
  }
  if (error.code === 'EADDRNOTAVAIL') {
    return new PortTakenError(`This machine has no address ${host}. Correct HOST.`);
  }
  return error;
}
