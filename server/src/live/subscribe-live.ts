import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import type { Occasion } from './follow.ts';

/**
 * GraphQL's `subscribe`, except that each event is answered in the context of its own moment: one made when
 * the subscription began would go on showing what its rights allowed then.
 */
export async function subscribeLive(
  args: ExecutionArgs,
): Promise<AsyncGenerator<ExecutionResult, void> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const occasions = source[Symbol.asyncIterator]() as AsyncGenerator<Occasion, void>;
  const answers: AsyncGenerator<ExecutionResult, void> = {
    async next() {
      const step = await occasions.next();
      if (step.done) return step;
      const { context } = step.value;
      return { done: false, value: await execute({ ...args, rootValue: step.value, contextValue: context }) };
    },
    return: async () => {
      await occasions.return();
      return { done: true, value: undefined };
    },
    throw: (error) => occasions.throw(error) as never,
    [Symbol.asyncIterator]: () => answers,
    [Symbol.asyncDispose]: async () => {
      await occasions.return();
    },
  };
  return answers;
}
