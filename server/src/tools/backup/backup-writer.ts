import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import {
  type BackupFooter,
  type BackupHeader,
  countRows,
  endOfRows,
  signature,
  type TableShape,
} from './backup-format.rules.ts';

export interface BackupContent {
  readonly header: BackupHeader;
  /** The rows of a table as COPY writes them, in pieces of any size. */
  rowsOf(table: TableShape): AsyncIterable<Uint8Array>;
  /** Called now and then with the table under way and its rows so far. */
  onProgress?(table: string, rows: number): void;
}

/** Writes a backup to a new file that only its owner may read. Returns what its last line says. */
export async function writeBackupFile(path: string, content: BackupContent): Promise<BackupFooter> {
  const outcome: { footer?: BackupFooter } = {};
  await pipeline(
    Readable.from(encode(content, outcome), { objectMode: false }),
    createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  if (!outcome.footer) throw new Error(`The backup ${path} has no end.`);
  return outcome.footer;
}

async function* encode(content: BackupContent, outcome: { footer?: BackupFooter }): AsyncGenerator<Uint8Array> {
  const { header, rowsOf, onProgress } = content;
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  const seen = (piece: Uint8Array) => {
    hash.update(piece);
    return piece;
  };
  yield seen(Buffer.from(`${signature}\n${JSON.stringify(header)}\n`));
  for (const table of header.tables) {
    let count = 0;
    for await (const piece of rowsOf(table)) {
      if (piece.length === 0) continue;
      count += countRows(piece);
      yield seen(piece);
      onProgress?.(table.name, count);
    }
    rows[table.name] = count;
    yield seen(Buffer.from(`${endOfRows}\n`));
  }
  outcome.footer = { rows, sha256: hash.digest('hex') };
  yield Buffer.from(`${JSON.stringify(outcome.footer)}\n`);
}
