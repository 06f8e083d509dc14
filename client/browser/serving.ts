import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyDemonstration } from '../../server/test/demonstration-folder.ts';
import { freePort, runServer } from '../../server/test/server-process.ts';

/** The built product, served with the demonstration network. */
export interface Product {
  /** Where it is served. */
  readonly address: string;
  /** Its data folder; mails lie in `mail/`. */
  readonly dataDirectory: string;
}

/** Serves the built product with a demonstration network of its own. */
export async function serveDemonstration(
  today: Date,
  environment: Record<string, string> = {},
): Promise<{ product: Product; stop: () => Promise<void> }> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'talka-browser-'));
  await copyDemonstration(dataDirectory, today);
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = runServer(dataDirectory, {
    PORT: String(port),
    DATA_DIR: dataDirectory,
    DEMO: '1',
    LOG_LEVEL: 'info',
    ...environment,
  });
  await server.says(address);
  return {
    product: { address, dataDirectory },
    async stop() {
      server.child.kill('SIGTERM');
      await server.exit();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
