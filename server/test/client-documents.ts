import { join } from 'node:path';

interface ClientDocument {
  readonly name: string;
  readonly text: string;
}

/** Every operation that our own pages send, read from their sources. */
export async function clientDocuments(): Promise<readonly ClientDocument[]> {
  const client = join(import.meta.dirname, '../../client');
  // Not known to the types of the server, which the pages are built beside.
  const { documentsOf } = (await import(join(client, 'scripts/documents.mjs'))) as {
    documentsOf: (sources: string) => ClientDocument[];
  };
  return documentsOf(join(client, 'src'));
}
