import { v5 } from 'uuid';

const namespace = '5f0c1c6e-7d0b-5b5e-9a55-0d6f2a1c7a1a';

/**
 * The id of a thing that a list names by a key: the same in every installation and after every import, so
 * that a link to it keeps working.
 */
export function stableId(kind: string, key: string): string {
  return v5(`${kind}:${key}`, namespace);
}
