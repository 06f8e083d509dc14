import { type DocumentNode, type ExecutionResult, getOperationAST, Kind } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../../context/context.ts';
import type { Database } from '../../database/tables.ts';
import { type ExecutionRequest as Asked, executeOperation } from '../execute.ts';
import { readTables } from './changes.reader.ts';
import { Freshness } from './freshness.ts';
import { type Lasting, observe } from './observed.ts';

/** What an answer was made of, and when. */
export interface Basis {
  readonly lasting: Lasting;
  readonly mark: number;
}

interface Kept {
  readonly data: Record<string, unknown>;
  readonly basis: Basis;
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

export interface Reuse {
  /** Answers an operation, and tells its context what an answer that is kept was made of. */
  readonly answer: Answering;
  /** Whether all answers that were made of this would be given again at that time, to those who got them. */
  readonly stand: (bases: readonly Basis[], now: Date) => Promise<boolean>;
}

/**
 * Answers operations, and keeps what was asked before by people with the same rights and language: no answer is
 * given again unless a look at the database, begun after the question came, found all that it was made of unchanged,
 * nor at or after the moment until which it holds. Kept is only what was asked twice and is made of rows alone whose
 * every change is noted in the transaction that makes it; see {@link observe}.
 */
export async function createReuse(database: Database): Promise<Reuse> {
  const tables = await readTables(database);
  const freshness = new Freshness(database);
  const answers = new LRUCache<string, Kept | 'asked'>({
    maxSize: room,
    sizeCalculation: (answer, key) => key.length + (answer === 'asked' ? 0 : answer.size),
  });

  const timely = ({ lasting }: Basis, now: number) => lasting.from <= now && now < lasting.until;
  const stands = (basis: Basis, now: number) =>
    timely(basis, now) && freshness.holds(basis.mark, basis.lasting.unchanged);

  const answer: Answering = async (asked) => {
    const key = keyOf(asked);
    const known = key && answers.get(key);
    if (!known) {
      if (key) answers.set(key, 'asked');
      return executeOperation(asked);
    }
    const now = asked.context.now.getTime();
    const given = ({ data, basis }: Kept): ExecutionResult => {
      asked.context.onKept?.(basis);
      return { data };
    };
    if (known !== 'asked' && known.basis.lasting.unchanged.size === 0 && timely(known.basis, now)) return given(known);
    await freshness.catchUp();
    const kept = answers.get(key);
    if (typeof kept === 'object' && stands(kept.basis, now)) return given(kept);
    const { mark } = freshness;
    const observed = observe(asked.context, tables);
    const answer = await executeOperation({ ...asked, context: observed.context });
    const lasting = observed.lasting();
    if (lasting && answer.data && !answer.errors) {
      const text = JSON.stringify(answer.data);
      texts.set(answer.data, text);
      const basis = { lasting, mark };
      answers.set(key, { data: answer.data, basis, size: text.length });
      asked.context.onKept?.(basis);
    }
    return answer;
  };

  return {
    answer,
    async stand(bases, now) {
      await freshness.catchUp();
      return bases.every((basis) => stands(basis, now.getTime()));
    },
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
