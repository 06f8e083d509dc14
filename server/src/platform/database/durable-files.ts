import { execFile } from 'node:child_process';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Waits until a file's content, or a directory's list of names, is on the disk. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Waits until a folder with everything in it is on the disk. */
export async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else if (entry.isFile()) await syncPath(path);
  }
  await syncPath(folder);
}

/** Gives a finished file its name: whoever sees the name sees all of the file, also after a power cut. */
export async function publishFile(draft: string, path: string): Promise<void> {
  await syncPath(draft);
  await rename(draft, path);
  await syncPath(dirname(path));
}

/** Deletes a file or folder for good; nothing happens where there is none. */
export async function removeForGood(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  await syncPath(dirname(path));
}

/**
 * Waits until everything on the file system of a folder is on the disk, which is one wait where `syncTree` is
 * one for each file. Returns whether it is: only Linux says so.
 */
export async function syncFileSystem(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  return promisify(execFile)('sync', ['-f', folder]).then(
    () => true,
    () => false,
  );
}
