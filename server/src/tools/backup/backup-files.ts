import { open, rename, rm } from 'node:fs/promises';
import { migrations } from '@talka/migrations';
import { CommandRefusedError } from './command-line.ts';

/** What a backup is of: PostgreSQL, as `pg_dump` writes it, or the embedded database, its folder as an archive. */
export type BackupKind = 'postgres' | 'embedded';

const beginnings: Record<BackupKind, Buffer> = { postgres: Buffer.from('PGDMP'), embedded: Buffer.from([0x1f, 0x8b]) };

/** The kind of a file, by its first bytes. Throws CommandRefusedError for what is no backup. */
export async function kindOf(path: string): Promise<BackupKind> {
  const file = await open(path).catch(() => {
    throw new CommandRefusedError(`${path} does not exist, or this user may not read it.`);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(5), 0, 5, 0);
    const start = buffer.subarray(0, bytesRead);
    if (start.equals(beginnings.postgres)) return 'postgres';
    if (start.subarray(0, 2).equals(beginnings.embedded)) return 'embedded';
    throw new CommandRefusedError(`${path} is not a backup of Talka. Nothing was changed.`);
  } finally {
    await file.close();
  }
}

/** Writes a file by another name first: whoever sees its name sees all of it, also after a power cut. */
export async function writeWhole(path: string, write: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${path}.unfinished`;
  await rm(draft, { force: true });
  try {
    // Only its owner may read it.
    await (await open(draft, 'wx', 0o600)).close();
    await write(draft);
    const file = await open(draft);
    await file.sync().finally(() => file.close());
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Throws CommandRefusedError where a database has been through migrations that this program does not know. */
export function refuseNewer(ran: readonly string[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = ran.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new CommandRefusedError(
    `The backup was made by a newer Talka: this one does not know ${unknown.join(', ')}. Install that version, or a later one, and restore again. Nothing was changed.`,
  );
}
