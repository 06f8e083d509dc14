import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Transaction } from '@electric-sql/pglite';
import type { Pool } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { EmbeddedDatabase } from '../../platform/database/embedded/embedded-database.ts';
import { copyInStatement, copyOutStatement, quoted, type TableShape } from './backup-format.rules.ts';
import type { Ask } from './contents.reader.ts';

/** One connection in one transaction, able to move whole tables. */
export interface CopySession {
  readonly ask: Ask;
  /** The rows of a table as text, in pieces. */
  copyOut(table: TableShape): AsyncIterable<Uint8Array>;
  /** Adds rows from such text. */
  copyIn(table: TableShape, pieces: AsyncIterable<Uint8Array>): Promise<void>;
}

/** Over a pool of one connection to PostgreSQL, which keeps its transaction from one statement to the next. */
export function postgresSession(pool: Pool): CopySession {
  return {
    ask: async <Row extends object>(statement: string) => (await pool.query<Row>(statement)).rows,
    async *copyOut(table) {
      const client = await pool.connect();
      try {
        yield* client.query(copyTo(copyOutStatement(table, 'stdout')));
      } finally {
        client.release();
      }
    },
    async copyIn(table, pieces) {
      const client = await pool.connect();
      try {
        await pipeline(Readable.from(pieces), client.query(copyFrom(copyInStatement(table, 'stdin'))));
      } finally {
        client.release();
      }
    },
  };
}

/** Pages of a table, of 8 kB each, that the embedded database hands over at once. */
const pagesAtOnce = 500;

/** Bytes the embedded database takes at once. */
const bytesAtOnce = 4 * 1024 * 1024;

/** Over the embedded database, whose COPY knows no streams: in portions, so that memory stays bounded. */
export function embeddedSession(database: EmbeddedDatabase | Transaction): CopySession {
  const ask = async <Row extends object>(statement: string) => (await database.query<Row>(statement)).rows;
  return {
    ask,
    async *copyOut(table) {
      const name = `'public.${quoted(table.name)}'`;
      const [size] = await ask<{ pages: number }>(`select (pg_relation_size(${name}::regclass) / 8192)::int as pages`);
      for (let page = 0; page < (size?.pages ?? 0); page += pagesAtOnce) {
        const portion = `ctid >= '(${page},0)' and ctid < '(${page + pagesAtOnce},0)'`;
        const { blob } = await database.query(copyOutStatement(table, `'/dev/blob'`, portion));
        if (blob) yield Buffer.from(await blob.arrayBuffer());
      }
    },
    async copyIn(table, pieces) {
      for await (const lines of inWholeLines(pieces)) {
        await database.query(copyInStatement(table, `'/dev/blob'`), [], { blob: new Blob([lines]) });
      }
    },
  };
}

/** Gathers pieces to portions that end with a line. */
async function* inWholeLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer<ArrayBuffer>> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    size += piece.length;
    if (size < bytesAtOnce) continue;
    const gathered = Buffer.concat(waiting);
    const end = gathered.lastIndexOf(10) + 1;
    if (end > 0) yield gathered.subarray(0, end);
    waiting = [gathered.subarray(end)];
    size = gathered.length - end;
  }
  if (size > 0) yield Buffer.concat(waiting);
}
