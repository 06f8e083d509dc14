import type { Progress } from './backup.service.ts';
import { type BackupHeader, countRows, literal, quoted } from './backup-format.rules.ts';
import { type CheckedBackup, readBackup } from './backup-reader.ts';
import { readDropStatements, readFilledTables, readTables } from './contents.reader.ts';
import type { CopySession } from './copy-session.ts';

/** The backup does not fit this program or this database; the message is for the person who asked. */
export class RestoreRefusedError extends Error {}

export interface Restoring {
  readonly session: CopySession;
  /** Every migration this program knows, in order. */
  readonly known: readonly string[];
  /** Runs these migrations, or all that did not run yet, in the transaction of the session. */
  migrate(names?: readonly string[]): Promise<void>;
  /** Whether what the database holds may go. */
  readonly replace: boolean;
  readonly onProgress?: Progress | undefined;
}

/**
 * Puts a backup in place of what the database holds, in the open transaction of the session: the caller
 * commits. The schema is first that of the backup, then brought up to date. Throws RestoreRefusedError
 * before anything was changed.
 */
export async function restoreBackup(backup: CheckedBackup, restoring: Restoring): Promise<void> {
  const { session, known, migrate, replace, onProgress } = restoring;
  const { header } = backup;
  refuseUnknown(header, known);
  const filled = await readFilledTables(session.ask, await readTables(session.ask));
  if (filled.length > 0 && !replace) {
    throw new RestoreRefusedError(
      `The database is not empty: it has rows in ${filled.join(', ')}. Add --replace to put the backup in their place. Nothing was changed.`,
    );
  }
  for (const statement of await readDropStatements(session.ask)) await session.ask(statement);
  await migrate(header.migrations);
  await withoutTriggers(session, async () => {
    await emptyTables(session);
    await readBackup(backup.path, async (table, pieces) => {
      await session.copyIn(
        table,
        counted(pieces, (rows) => onProgress?.(table.name, rows)),
      );
    });
  });
  await compareRows(session, backup);
  for (const { name, last, used } of header.sequences) {
    await session.ask(`select setval(${literal(`public.${quoted(name)}`)}, ${BigInt(last)}, ${used === true})`);
  }
  await migrate();
}

function refuseUnknown({ migrations }: BackupHeader, known: readonly string[]): void {
  const unknown = migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new RestoreRefusedError(
      `The backup was made by a newer Talka: this one does not know ${unknown.join(', ')}. Install that version, or a later one, and restore again. Nothing was changed.`,
    );
  }
}

/** Loads rows in any order: references are put back, and checked, when all are there. */
async function withoutTriggers({ ask }: CopySession, load: () => Promise<void>): Promise<void> {
  const references = await ask<{ tablename: string; name: string; definition: string }>(`
    select conrelid::regclass::text as tablename, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`);
  const tables = await readTables(ask);
  for (const { tablename, name } of references) await ask(`alter table ${tablename} drop constraint ${quoted(name)}`);
  for (const { name } of tables) await ask(`alter table public.${quoted(name)} disable trigger user`);
  await load();
  for (const { name } of tables) await ask(`alter table public.${quoted(name)} enable trigger user`);
  for (const { tablename, name, definition } of references) {
    await ask(`alter table ${tablename} add constraint ${quoted(name)} ${definition}`);
  }
}

async function* counted(pieces: AsyncIterable<Uint8Array>, tell: (rows: number) => void) {
  let rows = 0;
  for await (const piece of pieces) {
    rows += countRows(piece);
    yield piece;
    tell(rows);
  }
}

/** Migrations may bring rows of their own, which the backup has as well. */
async function emptyTables({ ask }: CopySession): Promise<void> {
  const tables = await readTables(ask);
  if (tables.length > 0) await ask(`truncate ${tables.map(({ name }) => `public.${quoted(name)}`).join(', ')}`);
}

/** The database, not the file, says how many rows arrived. */
async function compareRows({ ask }: CopySession, { header, footer }: CheckedBackup): Promise<void> {
  for (const { name } of header.tables) {
    const [counted] = await ask<{ count: string }>(`select count(*)::text as count from public.${quoted(name)}`);
    if (Number(counted?.count) !== footer.rows[name]) {
      throw new Error(`Of ${footer.rows[name]} rows of ${name} ${counted?.count} arrived.`);
    }
  }
}
