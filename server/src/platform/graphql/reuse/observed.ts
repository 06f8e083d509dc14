import type { KyselyPlugin, PluginTransformQueryArgs, RootOperationNode } from 'kysely';
import type { Context } from '../../context/context.ts';
import { rowsOf } from '../../database/database.ts';
import type { Watch } from './watch.ts';

type Tables = ReadonlyMap<string, { readonly watched: boolean; readonly rowsWatched: boolean }>;

/** What an answer was made of. */
export interface Observed {
  /** Runs the operation; what it reads is noted. */
  readonly context: Context;
  /** While the answer holds; undefined where it depends on anything whose change is not noted. */
  lasting(): Lasting | undefined;
}

export interface Lasting {
  /** No change noted under any of these names: tables, and single rows as `table:id`. */
  readonly unchanged: ReadonlySet<string>;
  /** From the moment it was made for, before the one at which it may be another: epoch milliseconds. */
  readonly from: number;
  readonly until: number;
}

/** Such a statement depends on more than rows. */
const restless = /^(pg_\w+|now|current_\w+|localtime\w*|\w+_timestamp|timeofday|random|nextval)$/;

/**
 * The same context, watched: reading rows notes their tables. The time, the entity manager and the process that
 * answers are no rows; whoever uses them answers anew each time, unless they tell the watch how long it holds.
 */
export function observe(context: Context, known: Tables): Observed {
  const read = new Set<string>();
  let opaque = false;
  let until = Number.POSITIVE_INFINITY;
  const untold = <Key extends keyof Context>(key: Key) => ({
    enumerable: true,
    get: (): Context[Key] => {
      opaque = true;
      return context[key];
    },
  });
  const noting = (told?: string): KyselyPlugin => ({
    transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
      for (const word of wordsOf(node, new Set())) {
        const table = known.get(word);
        if (table?.watched) read.add(word);
        else if (word !== told && (table || restless.test(word))) opaque = true;
      }
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const rows = rowsOf(context.em);
  const watch: Watch = {
    now: context.now,
    rows,
    rowsBut: (table) => rows.withPlugin(noting(table)),
    until: (moment) => {
      until = Math.min(until, moment);
    },
    untilTouched: (table, ids) => {
      if (!known.get(table)?.rowsWatched) opaque = true;
      for (const id of ids) read.add(`${table}:${id}`);
    },
  };
  const watched: Context = Object.defineProperties(
    { ...context, rows: rows.withPlugin(noting()), watch },
    { em: untold('em'), now: untold('now'), live: untold('live'), runtime: untold('runtime') },
  );
  const from = context.now.getTime();
  return { context: watched, lasting: () => (opaque ? undefined : { unchanged: read, from, until }) };
}

const fragments = new Map<string, readonly string[]>();
const mostFragments = 2_000;

/** Every identifier and every word of handwritten SQL: more than the tables, never less. */
function wordsOf(node: unknown, words: Set<string>): Set<string> {
  if (Array.isArray(node)) for (const each of node) wordsOf(each, words);
  else if (typeof node === 'object' && node !== null && 'kind' in node) {
    if (node.kind === 'IdentifierNode') words.add((node as unknown as { name: string }).name);
    if (node.kind === 'RawNode') {
      for (const text of (node as unknown as { sqlFragments: string[] }).sqlFragments) {
        for (const word of split(text)) words.add(word);
      }
    }
    for (const value of Object.values(node)) if (typeof value === 'object') wordsOf(value, words);
  }
  return words;
}

function split(text: string): readonly string[] {
  let words = fragments.get(text);
  if (!words) {
    words = text.toLowerCase().match(/[a-z_][a-z0-9_]*/g) ?? [];
    if (fragments.size < mostFragments) fragments.set(text, words);
  }
  return words;
}
