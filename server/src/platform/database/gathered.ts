import DataLoader from 'dataloader';
import type { Database } from './tables.ts';

/** Questions that one statement answers at most. */
const most = 100;
/** Milliseconds after which nobody waits any longer for those before, who may be waiting for a lock. */
const patience = 20;

/**
 * Lets those who ask the same database at the same time share statements, whoever they are: while one statement is
 * under way the next questions gather, and go together when it ends. Every statement begins after all whom it
 * answers asked. `answer` returns an answer, or the error, for each question in their order.
 */
export function gathered<Question, Answer>(
  answer: (rows: Database, questions: readonly Question[]) => Promise<readonly (Answer | Error)[]>,
): (rows: Database, question: Question) => Promise<Answer> {
  const loaders = new WeakMap<Database, DataLoader<Question, Answer>>();
  return (rows, question) => {
    let loader = loaders.get(rows);
    if (!loader) {
      loader = gathering((questions) => answer(rows, questions));
      loaders.set(rows, loader);
    }
    return loader.load(question);
  };
}

function gathering<Question, Answer>(answer: DataLoader.BatchLoadFn<Question, Answer>): DataLoader<Question, Answer> {
  let before: Promise<unknown> = Promise.resolve();
  const ask = (questions: readonly Question[]) => {
    const answers = Promise.resolve(answer(questions));
    before = endOf(answers);
    return answers;
  };
  return new DataLoader(ask, {
    cache: false,
    maxBatchSize: most,
    // In a turn of its own: whoever arrives in this one comes along.
    batchScheduleFn: (begin) => void before.then(() => setImmediate(begin)),
  });
}

/** Resolves when the work ends, whatever comes of it, or patience does. */
function endOf(work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, patience).unref();
  const end = () => {
    clearTimeout(timer);
    resolve();
  };
  work.then(end, end);
  return promise;
}
