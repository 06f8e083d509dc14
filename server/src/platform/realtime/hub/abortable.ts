/**
 * An async generator that `return()` ends at once, also while it waits for something: it aborts `end`, by whose
 * signal the generator ends its wait. A plain generator would first finish its wait, which for a quiet stream is
 * never.
 */
export function abortable<Item>(items: AsyncGenerator<Item, void>, end: AbortController): AsyncGenerator<Item, void> {
  const over = { done: true, value: undefined } as const;
  const abort = async () => {
    end.abort();
    return over;
  };
  return {
    next: async () => {
      try {
        const step = await items.next();
        return step.done || end.signal.aborted ? abort() : step;
      } catch (error) {
        if (end.signal.aborted) return over;
        end.abort();
        throw error;
      }
    },
    return: abort,
    throw: async (error) => {
      end.abort();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      end.abort();
    },
  };
}
