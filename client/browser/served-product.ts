import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildWhereStale } from '../../server/scripts/build.mjs';
import { copyDemonstration } from '../../server/test/demonstration-folder.ts';
import { freePort, runServer } from '../../server/test/server-process.ts';

/** The built product, served with the demonstration network. */
export interface Product {
  /** Where it is served. */
  readonly address: string;
  /** Its data folder; mails lie in `mail/`. */
  readonly dataDirectory: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** One for each worker, so that files that run side by side do not meet. */
    products: readonly Product[];
  }
}

/** Serves a product for each worker and stops them afterwards. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  await buildWhereStale({ quiet: true });
  const today = new Date();
  const started = [];
  // The first one may have to load the network, which the others copy.
  for (let worker = 0; worker < project.config.maxWorkers; worker += 1) started.push(await start(today));
  project.provide(
    'products',
    started.map(({ product }) => product),
  );
  return async () => {
    await Promise.all(started.map(({ stop }) => stop()));
  };
}

async function start(today: Date): Promise<{ product: Product; stop: () => Promise<void> }> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'talka-browser-'));
  await copyDemonstration(dataDirectory, today);
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = runServer(dataDirectory, {
    PORT: String(port),
    DATA_DIR: dataDirectory,
    DEMO: '1',
    LOG_LEVEL: 'info',
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
