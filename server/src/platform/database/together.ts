/** Finds a value for a key; whoever asks while somebody else's search is under way shares the next one. */
export type Shared<Value> = (key: string, find: () => Promise<Value>) => Promise<Value>;

/**
 * Lets many who ask the same at once share few searches. Nobody gets what was searched for before they asked: a search
 * under way is waited for, and one new search then answers all who wait.
 */
export function sharedSearch<Value>(): Shared<Value> {
  const running = new Map<string, Promise<Value>>();
  const waiting = new Map<string, Promise<Value>>();

  function start(key: string, find: () => Promise<Value>): Promise<Value> {
    const search = find().finally(() => {
      if (running.get(key) === search) running.delete(key);
    });
    running.set(key, search);
    return search;
  }

  return (key, find) => {
    const next = waiting.get(key);
    if (next) return next;
    const current = running.get(key);
    if (!current) return start(key, find);
    const begin = () => {
      waiting.delete(key);
      return start(key, find);
    };
    const later = current.then(begin, begin);
    waiting.set(key, later);
    return later;
  };
}

/** Lets the first of many who want the same go ahead, and the others follow together once it is done. */
export function firstGoesAhead(): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  const ahead = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const first = ahead.get(key);
    if (first) {
      await first.catch(() => undefined);
      return work();
    }
    const own = work().finally(() => ahead.delete(key));
    ahead.set(key, own);
    return own;
  };
}
