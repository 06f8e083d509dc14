import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageName = '@talka/server';
let found: string | undefined;

/**
 * The folder of the data files that come with the server, `server/data`, wherever this code runs from:
 * the sources and the bundle lie at different depths, so it walks up to the server's package.json.
 */
export function dataDirectory(from: string = dirname(fileURLToPath(import.meta.url))): string {
  found ??= findDataDirectory(from);
  return found;
}

/** Walks up from a folder. Throws when no folder above it is the server's package. */
export function findDataDirectory(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (nameOfPackage(folder) === packageName) return join(folder, 'data');
    if (folder === dirname(folder))
      throw new Error(`No package ${packageName} above ${from}: its data files are missing.`);
  }
}

function nameOfPackage(folder: string): string | undefined {
  try {
    const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: string };
    return name;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
