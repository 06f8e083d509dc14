import { globSync } from 'node:fs';
import { join } from 'node:path';

interface ClientDocument {
  readonly name: string;
  readonly text: string;
}

/** Pages for people who are signed in: the groups of their routes, and the plan of hours that only managers change. */
export const behindSignIn = /\((member|staff|operator)\)|features\/(opening-hours|desk)\//;

/** Every operation that our own pages send, read from their sources; without those of some pages where told. */
export async function clientDocuments(without?: RegExp): Promise<readonly ClientDocument[]> {
  const client = join(import.meta.dirname, '../../client');
  // Not known to the types of the server, which the pages are built beside.
  const { operationsOf } = (await import(join(client, 'scripts/documents.mjs'))) as {
    operationsOf: (files: readonly string[]) => ReadonlyMap<string, { readonly text: string }>;
  };
  const files = globSync('**/*.ts', { cwd: join(client, 'src') }).filter((file) => !without?.test(file));
  const sources = files.map((file) => join(client, 'src', file));
  return [...operationsOf(sources)].map(([name, { text }]) => ({ name, text }));
}
