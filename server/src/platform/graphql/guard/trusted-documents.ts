import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** Texts of documents by their id, `sha256:` and the hash of the text. */
export type TrustedDocuments = ReadonlyMap<string, string>;

const content = z.record(z.string().regex(/^sha256:[0-9a-f]{64}$/), z.string());

/** The documents of our own pages, as their build wrote them; none where the pages are not built. */
export async function readTrustedDocuments(path: string): Promise<TrustedDocuments> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  return new Map(Object.entries(content.parse(JSON.parse(text))));
}

/** Whether a request names a document by its id instead of sending its text. */
export const isDocumentId = (query: string): boolean => query.startsWith('sha256:');

/**
 * A request's body with the id of a trusted document in the place of its text, where the guard looks for it: the
 * parameter `documentId` of the appendix on persisted documents of GraphQL over HTTP.
 */
export function named(body: unknown): unknown {
  const { documentId, query } = (body ?? {}) as { documentId?: unknown; query?: unknown };
  return typeof documentId === 'string' && query === undefined ? { ...(body as object), query: documentId } : body;
}
