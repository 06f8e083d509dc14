import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createZstdDecompress } from 'node:zlib';
import {
  type BackupFooter,
  type BackupHeader,
  countRows,
  endOfRows,
  signature,
  type TableShape,
} from './backup-format.rules.ts';

/** The file is no backup, was cut short or changed; the message is for the person who named it. */
export class BackupUnusableError extends Error {}

/** A line this long is no line of a backup. */
const longestLine = 16 * 1024 * 1024;

/** A backup that was read from its first to its last byte and found whole. */
export interface CheckedBackup {
  readonly path: string;
  readonly header: BackupHeader;
  readonly footer: BackupFooter;
}

/** Reads all of a backup. Throws {@link BackupUnusableError} unless each byte is as it was written. */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  const rows: Record<string, number> = {};
  const { header, footer, sha256 } = await readBackup(path, async (table, pieces) => {
    rows[table.name] = 0;
    for await (const piece of pieces) rows[table.name] = (rows[table.name] ?? 0) + countRows(piece);
  });
  const sameRows = header.tables.every(({ name }) => rows[name] === footer.rows[name]);
  if (footer.sha256 !== sha256 || !sameRows) throw damaged(path);
  return { path, header, footer };
}

/** Hands the rows of each table on in the order of the file; `take` reads them to their end. */
export async function readBackup(
  path: string,
  take: (table: TableShape, pieces: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<{ header: BackupHeader; footer: BackupFooter; sha256: string }> {
  const file = createReadStream(path);
  const unpacked = createZstdDecompress();
  file.on('error', (error) => unpacked.destroy(error));
  const source = new PieceReader(file.pipe(unpacked));
  try {
    if ((await source.line()) !== signature) throw new BackupUnusableError(`${path} is not a backup of Talka.`);
    const header = JSON.parse(await source.line()) as BackupHeader;
    for (const table of header.tables) await take(table, source.untilEndOfRows());
    const sha256 = source.digest();
    const footer = JSON.parse(await source.line()) as BackupFooter;
    await source.end();
    return { header, footer, sha256 };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new BackupUnusableError(`The file ${path} does not exist.`);
    if (code === 'ZSTD_error_prefix_unknown') throw new BackupUnusableError(`${path} is not a backup of Talka.`);
    if (code?.startsWith('ZSTD_') || code === 'Z_BUF_ERROR' || error instanceof SyntaxError) throw damaged(path);
    throw error;
  } finally {
    file.destroy();
    unpacked.destroy();
  }
}

const damaged = (path: string) =>
  new BackupUnusableError(`The backup ${path} is damaged or was cut short. Nothing was changed; use another one.`);

/** Reads a stream by lines and by sections, keeping a digest of what it went past. */
class PieceReader {
  readonly #pieces: AsyncIterator<Buffer>;
  readonly #hash = createHash('sha256');
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#pieces = stream[Symbol.asyncIterator]();
  }

  digest(): string {
    return this.#hash.copy().digest('hex');
  }

  async line(): Promise<string> {
    let end = this.#rest.indexOf(10);
    while (end < 0) {
      if (this.#rest.length > longestLine) throw new SyntaxError('a line without end');
      const from = this.#rest.length;
      await this.#more();
      end = this.#rest.indexOf(10, from);
    }
    return this.#pass(end + 1)
      .subarray(0, end)
      .toString('utf8');
  }

  async *untilEndOfRows(): AsyncGenerator<Buffer> {
    // A table without rows has nothing but the mark.
    const mark = Buffer.from(`\n${endOfRows}\n`);
    while (this.#rest.length < mark.length - 1) await this.#more();
    if (this.#rest.indexOf(mark.subarray(1)) !== 0) {
      let at = this.#rest.indexOf(mark);
      while (at < 0) {
        // The mark may lie across two pieces.
        if (this.#rest.length >= mark.length) yield this.#pass(this.#rest.length - mark.length + 1);
        await this.#more();
        at = this.#rest.indexOf(mark);
      }
      yield this.#pass(at + 1);
    }
    this.#pass(mark.length - 1);
  }

  async end(): Promise<void> {
    if (this.#rest.length > 0 || !(await this.#pieces.next()).done) throw new SyntaxError('the file goes on');
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#pieces.next();
    if (done) throw new SyntaxError('the file ends before its end');
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
  }

  #pass(bytes: number): Buffer {
    const passed = this.#rest.subarray(0, bytes);
    this.#rest = this.#rest.subarray(bytes);
    this.#hash.update(passed);
    return passed;
  }
}
