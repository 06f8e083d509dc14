/**
 * An async generator that `return()` ends at once, also while it waits for something: it aborts `end`, on
 * which `signal`, that the generator works under, depends. A plain generator would first finish its wait,
 * which for a quiet stream is never.
 */
export function endable<Item>(
  items: AsyncGenerator<Item, void>,
  end: AbortController,
  signal: AbortSignal = end.signal,
): AsyncGenerator<Item, void> {
  return {
    next: async () => {
      try {
        const step = await items.next();
        if (step.done) end.abort();
        return step;
      } catch (error) {
        const ended = signal.aborted;
        end.abort();
        if (ended) return { done: true, value: undefined };
        throw error;
      }
    },
    return: async () => {
      end.abort();
      return { done: true, value: undefined };
    },
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
