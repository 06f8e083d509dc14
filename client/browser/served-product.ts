import type { TestProject } from 'vitest/node';
import { buildWhereStale } from '../../server/scripts/build.mjs';
import { type Product, serveDemonstration } from './serving.ts';

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
  for (let worker = 0; worker < project.config.maxWorkers; worker += 1) started.push(await serveDemonstration(today));
  project.provide(
    'products',
    started.map(({ product }) => product),
  );
  return async () => {
    await Promise.all(started.map(({ stop }) => stop()));
  };
}
