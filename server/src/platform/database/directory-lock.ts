import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Another process uses the folder of the embedded database. */
export class DirectoryInUseError extends Error {}

export interface DirectoryLock {
  release(): Promise<void>;
}

interface Holder {
  pid: number;
  /** Distinguishes the process from a later one that got the same number. */
  startedAt: string;
}

/**
 * Takes the folder for this process, or throws {@link DirectoryInUseError}. The embedded database has
 * no lock of its own, and two processes on one folder destroy each other's rows. A lock left by a
 * process that no longer runs is taken over.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, 'talka.lock');
  const mine: Holder = { pid: process.pid, startedAt: (await startOf(process.pid)) ?? '' };
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, JSON.stringify(mine), { flush: true });
  try {
    return await takeLock(path, draft, directory);
  } finally {
    await rm(draft, { force: true });
  }
}

async function takeLock(path: string, draft: string, directory: string): Promise<DirectoryLock> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      // Linking a finished file makes the lock appear whole or not at all.
      await link(draft, path);
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await readHolder(path);
    if (holder && (await isRunning(holder))) {
      throw new DirectoryInUseError(
        `The folder ${directory} is in use by another Talka process (number ${holder.pid}). Stop that one first, or set DATA_DIR to another folder. Nothing was changed.`,
      );
    }
    await rm(path, { force: true });
  }
  throw new DirectoryInUseError(`The folder ${directory} is being taken by other Talka processes. Start only one.`);
}

/** The process that wrote the lock, or undefined where a crash left it without one. */
async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

async function isRunning(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const startedAt = await startOf(holder.pid);
  return startedAt === undefined || holder.startedAt === '' || startedAt === holder.startedAt;
}

/** Field 22 of /proc/PID/stat, clock ticks after boot; undefined where the system has no /proc. */
async function startOf(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19];
}
