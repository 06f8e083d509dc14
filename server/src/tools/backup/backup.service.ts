import { rm } from 'node:fs/promises';
import { publishFile } from '../../platform/database/durable-files.ts';
import type { BackupFooter, BackupHeader } from './backup-format.rules.ts';
import { writeBackupFile } from './backup-writer.ts';
import { readMigrations, readSequences, readServerState, readTables } from './contents.reader.ts';
import type { CopySession } from './copy-session.ts';

/** Called now and then with what is under way. */
export type Progress = (table: string, rows: number) => void;

/**
 * Writes a backup to `path` over a session whose transaction sees one moment of the database. The file
 * appears under its name when it is whole and on the disk; one of that name is replaced.
 */
export async function makeBackup(
  session: CopySession,
  { path, now, onProgress }: { path: string; now: Date; onProgress?: Progress | undefined },
): Promise<BackupFooter> {
  const header: BackupHeader = {
    madeAt: now.toISOString(),
    server: await readServerState(session.ask),
    migrations: await readMigrations(session.ask),
    tables: await readTables(session.ask),
    // Counters stand outside of transactions: read after the rows' moment they are at least as far.
    sequences: await readSequences(session.ask),
  };
  const draft = `${path}.unfinished`;
  await rm(draft, { force: true });
  try {
    const footer = await writeBackupFile(draft, {
      header,
      rowsOf: (table) => session.copyOut(table),
      ...(onProgress && { onProgress }),
    });
    await publishFile(draft, path);
    return footer;
  } finally {
    await rm(draft, { force: true });
  }
}
