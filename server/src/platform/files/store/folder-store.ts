import type { Dirent } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { FileStore } from '../../context/file-store.ts';
import { safeKey } from './file-key.rules.ts';

/** What is being written has no key yet. */
const unfinished = '.unfinished-';

const missing = (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return undefined;
  throw error;
};

/** Keeps files in a folder, each by its key; whoever sees a file sees all of it. */
export function folderStore(folder: string): FileStore {
  const pathOf = (key: string) => join(folder, safeKey(key));
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const draft = join(dirname(path), `${unfinished}${crypto.randomUUID()}`);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        const file = await open(draft, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(draft, path);
      } finally {
        await rm(draft, { force: true });
      }
    },
    get: (key) => readFile(pathOf(key)).catch(missing),
    has: (key) =>
      access(pathOf(key)).then(
        () => true,
        () => false,
      ),
    delete: (key) => rm(pathOf(key), { force: true }),
    async *list(prefix = '') {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(missing);
      for (const entry of entries ?? []) {
        const key = keyOf(folder, entry);
        if (key?.startsWith(prefix)) yield key;
      }
    },
  };
}

function keyOf(folder: string, entry: Dirent): string | undefined {
  if (!entry.isFile() || entry.name.startsWith('.')) return undefined;
  return relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
}
