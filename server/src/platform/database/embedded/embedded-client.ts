import { Worker } from 'node:worker_threads';
import type { PGlite, QueryOptions, Results, Transaction } from '@electric-sql/pglite';
import type { EmbeddedDatabase } from './embedded-database.ts';

/** What the process asks of the thread of the embedded database. */
export type Call =
  | ({ readonly what: 'query' | 'exec'; readonly sql: string; readonly values?: unknown[] } & CallOptions)
  | { readonly what: 'dump'; readonly compression: Compression }
  | { readonly what: 'close' };

interface CallOptions extends Pick<QueryOptions, 'rowMode' | 'blob'> {
  /** Values as PGlite itself reads them, such as moments as dates, instead of as our driver does. */
  readonly nativeTypes: boolean;
}

type Compression = Parameters<PGlite['dumpDataDir']>[0];

export interface Request {
  readonly id: number;
  readonly call: Call;
}

export type Reply = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly error: object };

/** Bundled beside the file that starts it; the sources run as they are. */
const entry = new URL(`./embedded-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** The embedded database of a folder, on a thread of its own. Rejects where the folder cannot be opened. */
export async function openInWorker(directory: string): Promise<EmbeddedDatabase> {
  const client = new EmbeddedClient(new Worker(entry, { workerData: { directory } }));
  await client.waitReady;
  return client;
}

class EmbeddedClient implements EmbeddedDatabase {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  /** Ends when whoever has the only connection gives it back. */
  #turn: Promise<unknown> = Promise.resolve();
  #calls = 0;
  readonly waitReady: Promise<void>;
  ready = false;
  closed = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    const opened = Promise.withResolvers<unknown>();
    this.#waiting.set(0, opened);
    this.waitReady = opened.promise.then(() => {
      this.ready = true;
    });
    worker.on('message', (reply: Reply) => this.#settle(reply));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(ended()));
  }

  query<Row>(sql: string, values?: unknown[], options?: QueryOptions): Promise<Results<Row>> {
    return this.#inTurn(() => this.#query<Row>(sql, values, options));
  }

  exec(sql: string, options?: QueryOptions): Promise<Results[]> {
    return this.#inTurn(() => this.#exec(sql, options));
  }

  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.#inTurn(async () => {
      await this.#exec('begin');
      let open = true;
      const end = async (how: 'commit' | 'rollback') => {
        if (open) await this.#exec(how);
        open = false;
      };
      const tx = {
        query: (sql, values, options) => this.#query(sql, values, options),
        exec: (sql, options) => this.#exec(sql, options),
        rollback: () => end('rollback'),
      } as Transaction;
      try {
        const result = await work(tx);
        await end('commit');
        return result;
      } catch (error) {
        await end('rollback');
        throw error;
      }
    });
  }

  dumpDataDir(compression?: Compression): Promise<Blob> {
    return this.#inTurn(() => this.#call<Blob>({ what: 'dump', compression }));
  }

  async close(): Promise<void> {
    if (this.closed) return;
    await this.#inTurn(async () => {
      this.closed = true;
      await this.#call({ what: 'close' });
    });
  }

  #query<Row>(sql: string, values?: unknown[], options?: QueryOptions): Promise<Results<Row>> {
    return this.#call({ what: 'query', sql, ...(values && { values: [...values] }), ...travelling(options) });
  }

  #exec(sql: string, options?: QueryOptions): Promise<Results[]> {
    return this.#call({ what: 'exec', sql, ...travelling(options) });
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }

  #call<Result>(call: Call): Promise<Result> {
    if (this.closed && call.what !== 'close') return Promise.reject(ended());
    this.#calls += 1;
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(this.#calls, answer);
    this.#worker.postMessage({ id: this.#calls, call } satisfies Request);
    return answer.promise as Promise<Result>;
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    // An error loses its fields on the way, and PostgreSQL says by them what went wrong.
    if ('error' in reply) waiting?.reject(Object.assign(new Error(), reply.error));
    else waiting?.resolve(reply.result);
  }

  #fail(error: Error): void {
    this.closed = true;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}

const ended = () => new Error('The embedded database has ended.');

/** Functions cannot travel to the thread: to name parsers of one's own asks for those of PGlite. */
const travelling = (options: QueryOptions | undefined): CallOptions => ({
  ...(options?.rowMode && { rowMode: options.rowMode }),
  ...(options?.blob && { blob: options.blob }),
  nativeTypes: options?.parsers !== undefined,
});
