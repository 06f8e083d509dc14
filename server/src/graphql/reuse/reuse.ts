import { type DocumentNode, type ExecutionResult, getOperationAST, Kind } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../../context.ts';
import type { Database } from '../../tables.ts';
import { type Asked, executeOperation } from '../execute.ts';
import { readTables } from './changes.reader.ts';
import { Freshness } from './freshness.ts';
import { type Lasting, observe } from './observed.ts';

interface Kept {
  readonly data: Record<string, unknown>;
  readonly lasting: Lasting;
  readonly mark: number;
  readonly size: number;
}

/** Characters of JSON and of keys that are kept. */
const room = 32_000_000;
const texts = new WeakMap<object, string>();

/** An answer as JSON; what is kept was written once. */
export function stringifyAnswer(answer: { readonly data?: object | null; readonly errors?: unknown }): string {
  const known = answer.data && !answer.errors && texts.get(answer.data);
  return known && Object.keys(answer).length === 1 ? `{"data":${known}}\n` : `${JSON.stringify(answer)}\n`;
}

export type Answering = (asked: Asked & { readonly context: Context }) => Promise<ExecutionResult>;

/**
 * Answers operations, and keeps what was asked before by people with the same rights and language: no answer is
 * given again unless a look at the database, begun after the question came, found all that it was made of unchanged,
 * nor at or after the moment until which it holds. Kept is only what was asked twice and is made of rows alone whose
 * every change is noted in the transaction that makes it; see {@link observe}.
 */
export async function createReuse(database: Database): Promise<Answering> {
  const tables = await readTables(database);
  const freshness = new Freshness(database);
  const answers = new LRUCache<string, Kept | 'asked'>({
    maxSize: room,
    sizeCalculation: (answer, key) => key.length + (answer === 'asked' ? 0 : answer.size),
  });

  return async (asked) => {
    const key = keyOf(asked);
    const known = key && answers.get(key);
    if (!known) {
      if (key) answers.set(key, 'asked');
      return executeOperation(asked);
    }
    const now = asked.context.now.getTime();
    const timely = (kept: Kept | 'asked' | undefined): kept is Kept =>
      typeof kept === 'object' && kept.lasting.from <= now && now < kept.lasting.until;
    if (timely(known) && known.lasting.unchanged.size === 0) return { data: known.data };
    await freshness.catchUp();
    const kept = answers.get(key);
    if (timely(kept) && freshness.holds(kept.mark, kept.lasting.unchanged)) return { data: kept.data };
    const { mark } = freshness;
    const observed = observe(asked.context, tables);
    const answer = await executeOperation({ ...asked, context: observed.context });
    const lasting = observed.lasting();
    if (lasting && answer.data && !answer.errors) {
      const text = JSON.stringify(answer.data);
      texts.set(answer.data, text);
      answers.set(key, { data: answer.data, lasting, mark, size: text.length });
    }
    return answer;
  };
}

const documents = new WeakMap<DocumentNode, number>();
let documentsSeen = 0;

/** Everything that an answer depends on but the rows; undefined for what is never kept. */
function keyOf({ schema, document, operationName, variables, context }: Parameters<Answering>[0]): string | undefined {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'query') return undefined;
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const each of operation.selectionSet.selections) {
    if (each.kind !== Kind.FIELD || fields[each.name.value]?.extensions.reusable !== true) return undefined;
  }
  let id = documents.get(document);
  if (id === undefined) {
    documentsSeen += 1;
    id = documentsSeen;
    documents.set(document, id);
  }
  return JSON.stringify([id, operationName, variables, context.locale, context.actor]);
}
