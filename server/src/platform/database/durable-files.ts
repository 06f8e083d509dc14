import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Waits until a file's content, or a directory's list of names, is on the disk. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a finished file its name: whoever sees the name sees all of the file, also after a power cut. */
export async function publishFile(draft: string, path: string): Promise<void> {
  await syncPath(draft);
  await rename(draft, path);
  await syncPath(dirname(path));
}
