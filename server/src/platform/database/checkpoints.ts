import type { PGlite } from '@electric-sql/pglite';

const every = 60_000;

/** Bytes written since the last checkpoint, from which a new one is worth its writes. */
const worthwhile = 1024 * 1024;

/**
 * Writes checkpoints while the embedded database is open, which has no process of its own for that: without
 * them the log of writes grows for ever, and a start after a crash goes through all of it. Returns what
 * stops it, waiting for one under way.
 */
export function keepCheckpoints(pglite: PGlite): () => Promise<void> {
  let work: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    // A failed one is tried again; the writes themselves tell the people concerned that the disk is full.
    work = work.then(() => checkpointWhereDue(pglite)).catch(() => {});
  }, every).unref();
  return async () => {
    clearInterval(timer);
    await work;
  };
}

/** Writes a checkpoint where `bytes` were written since the last one. Returns whether it did. */
export async function checkpointWhereDue(pglite: PGlite, bytes = worthwhile): Promise<boolean> {
  const { rows } = await pglite.query<{ due: boolean }>(
    'select pg_current_wal_lsn() - redo_lsn >= $1 as due from pg_control_checkpoint()',
    [bytes],
  );
  if (!rows[0]?.due) return false;
  await pglite.exec('checkpoint');
  return true;
}
