import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import { endable } from './endable.ts';
import type { Occasion } from './follow.ts';
import { isOutage } from './outage.ts';

/**
 * GraphQL's `subscribe`, except that each event is answered in the context of its own moment: one made when
 * the subscription began would go on showing what its rights allowed then. An answer that the database's
 * absence broke is tried again.
 */
export async function subscribeLive(
  args: ExecutionArgs,
): Promise<AsyncGenerator<ExecutionResult, void> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const occasions = source as AsyncGenerator<Occasion, void>;
  const end = new AbortController();
  end.signal.addEventListener('abort', () => void occasions.return(), { once: true });
  return endable(answers(args, occasions, end.signal), end);
}

async function* answers(
  args: ExecutionArgs,
  occasions: AsyncGenerator<Occasion, void>,
  signal: AbortSignal,
): AsyncGenerator<ExecutionResult, void> {
  for await (const occasion of occasions) {
    let { context } = occasion;
    const answer = async (): Promise<ExecutionResult> => {
      const result = await execute({ ...args, rootValue: occasion, contextValue: context });
      const outage = result.errors?.find((error) => isOutage(error.originalError));
      if (!outage) return result;
      // Loaders remember failures as well.
      context = { ...context, loaders: new Map() };
      throw outage.originalError;
    };
    yield await (context.live?.hub.outage.outlast(answer, signal, isOutage) ?? answer());
  }
}
