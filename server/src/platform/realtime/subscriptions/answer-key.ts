import { type ExecutionArgs, getOperationAST, Kind, print, visit } from 'graphql';
import type { Actor } from '../../../access/actor.rules.ts';
import type { SubscriptionSource } from './subscription.ts';

/**
 * Whose rights an answer depends on: contexts of one scope have the same actor at every moment, so their
 * answers are the same bytes. Visitors share one scope. Members share where they share the session, from
 * which every right is read anew for each event.
 */
export function scopeOf(actor: Actor): string {
  if (actor.kind === 'visitor') return 'visitor';
  return JSON.stringify([actor.personId, actor.sessionId, actor.actingFor]);
}

/** Equal for subscriptions that are always told the same: topics, operation, variables, scope and language. */
export function answerKeyOf(args: ExecutionArgs, { context, definition }: SubscriptionSource): string {
  const { document, operationName, variableValues } = args;
  const place = placeVariableOf(args);
  const variables = Object.entries(variableValues ?? {}).filter(([name]) => name !== place);
  return JSON.stringify([
    scopeOf(context.actor),
    context.locale,
    definition.topics,
    document.loc?.source.body ?? print(document),
    operationName,
    variables.sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}

/** The variable that says after which place to resume, where it says nothing else: no answer depends on it. */
function placeVariableOf({ document, operationName }: ExecutionArgs): string | undefined {
  const root = getOperationAST(document, operationName)?.selectionSet.selections[0];
  if (root?.kind !== Kind.FIELD) return undefined;
  const after = root.arguments?.find(({ name }) => name.value === 'after')?.value;
  if (after?.kind !== Kind.VARIABLE) return undefined;
  const place = after.name.value;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      if (name.value === place) uses += 1;
    },
  });
  return uses === 1 ? place : undefined;
}
