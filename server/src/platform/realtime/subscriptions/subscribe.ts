import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import pLimit from 'p-limit';
import { abortable } from '../hub/abortable.ts';
import { answerKeyOf } from './answer-key.ts';
import { SharedAnswers } from './shared-answers.ts';
import { SubscriptionSource } from './subscription.ts';
import { SubscriptionExecutor } from './subscription-executor.ts';

/** Events of replays that are answered at the same time: after a break, all clients come back at once. */
const replaysAtOnce = 16;
const inTurn = pLimit(replaysAtOnce);
const shared = new SharedAnswers();

/**
 * GraphQL's `subscribe`, except that each event is answered with the rights of its moment, and once for all
 * subscribers who are told the same.
 */
export async function subscribe(args: ExecutionArgs): Promise<AsyncGenerator<ExecutionResult, void> | ExecutionResult> {
  const source: unknown = await createSourceEventStream(args);
  if (!(source instanceof SubscriptionSource)) return source as ExecutionResult;
  const end = new AbortController();
  end.signal.addEventListener('abort', () => void source.deliveries.return());
  return abortable(answersTo(args, source), end);
}

async function* answersTo(args: ExecutionArgs, source: SubscriptionSource): AsyncGenerator<ExecutionResult, void> {
  const { definition, context } = source;
  const executor = new SubscriptionExecutor(args, source);
  const key = answerKeyOf(args, source);

  for await (const delivery of source) {
    if (delivery.kind === 'gap') {
      const answer = await inTurn(() => executor.gap(delivery.resumeAt));
      yield answer.result;
      if (answer.ends) return;
      continue;
    }
    for (const entry of delivery.entries.filter(definition.matches)) {
      const execute = () => executor.execute(entry);
      const answer = await (delivery.replayed ? inTurn(execute) : shared.of(entry, key, execute));
      if (!answer) continue;
      // Who reads slowly slows down its own replay only.
      if (delivery.replayed) await context.live?.flushed();
      yield answer.result;
      if (answer.ends) return;
    }
  }
}
