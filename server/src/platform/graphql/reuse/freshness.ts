import type { Database } from '../../database/tables.ts';
import { forgetChanges, readChanges, readSight, type Sight } from './changes.reader.ts';

/** After so long without a look, changes may have been forgotten: milliseconds. */
const longestPause = 60_000;
/** Changes are remembered for as long at least, so that others hear of them. */
export const remembered = 5 * longestPause;

/** Names whose last change is remembered; with more, all that was begun before is forgotten. */
const mostNames = 100_000;

/**
 * Knows which tables, and which rows of some, changed since an answer was begun. Times here are counted in looks at
 * the database: what was read after a look holds as long as no later look finds one of its names changed.
 */
export class Freshness {
  readonly #database: Database;
  readonly #changedAt = new Map<string, number>();
  #sight: Sight | undefined;
  #look = 0;
  /** Nothing begun before this look counts. */
  #floor = 0;
  #lookedAt = 0;
  #long: { readonly sight: Sight; readonly at: number } | undefined;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** To be taken before an answer is read. */
  get mark(): number {
    return this.#look;
  }

  /** Whether nothing under these names is known to have changed since the mark. */
  holds(mark: number, names: Iterable<string>): boolean {
    if (mark <= this.#floor) return false;
    for (const name of names) if ((this.#changedAt.get(name) ?? 0) > mark) return false;
    return true;
  }

  /**
   * Resolves once a look that began after this call is done; those who ask while one runs share the next. Where the
   * database cannot be asked, nothing holds any more.
   */
  catchUp(): Promise<void> {
    if (!this.#running) return this.#start();
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.#start();
    });
    return this.#next;
  }

  #start(): Promise<void> {
    this.#running = this.#lookOnce().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #lookOnce(): Promise<void> {
    const started = performance.now();
    const since = started - this.#lookedAt < longestPause ? this.#sight : undefined;
    try {
      const seen = since ? await readChanges(this.#database, since) : await readSight(this.#database);
      this.#look += 1;
      const again = since?.epoch === seen.epoch && xmaxOf(seen) >= xmaxOf(since);
      if (!again || this.#changedAt.size > mostNames) {
        this.#floor = this.#look - 1;
        this.#changedAt.clear();
      }
      for (const name of again && 'names' in seen ? (seen.names as string[]) : [])
        this.#changedAt.set(name, this.#look);
      this.#sight = seen;
      this.#lookedAt = started;
    } catch {
      this.#look += 1;
      this.#floor = this.#look;
      this.#sight = undefined;
      return;
    }
    if (this.#long && started - this.#long.at < remembered) return;
    if (this.#long?.sight.epoch === this.#sight.epoch)
      await forgetChanges(this.#database, this.#long.sight).catch(() => {});
    this.#long = { sight: this.#sight, at: started };
  }
}

/** `xmin:xmax:running`, transactions from `xmax` on had not begun. */
const xmaxOf = ({ snapshot }: Sight): bigint => BigInt(snapshot.split(':')[1] ?? 0);
