import { globSync } from 'node:fs';
import { join } from 'node:path';

interface ClientDocument {
  readonly name: string;
  readonly text: string;
}

/** Every operation that our own pages send, read from their sources. */
export async function clientDocuments(): Promise<readonly ClientDocument[]> {
  const client = join(import.meta.dirname, '../../client');
  // Not known to the types of the server, which the pages are built beside.
  const { operationsOf } = (await import(join(client, 'scripts/documents.mjs'))) as {
    operationsOf: (files: readonly string[]) => ReadonlyMap<string, { readonly text: string }>;
  };
  const sources = globSync('**/*.ts', { cwd: join(client, 'src') }).map((file) => join(client, 'src', file));
  return [...operationsOf(sources)].map(([name, { text }]) => ({ name, text }));
}
