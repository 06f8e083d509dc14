import type { ExecutionArgs, GraphQLError, GraphQLSchema } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Guard } from './guard.ts';

/** What graphql-ws runs instead of parsing and validating by itself: the guarded operation, or why it may not run. */
export function guardedOperation(
  guard: Guard,
  schema: GraphQLSchema,
  { query, operationName, variables }: SubscribePayload,
): ExecutionArgs | readonly GraphQLError[] {
  const { document, errors } = guard.examine(query);
  return errors ?? { schema, document, operationName, variableValues: variables };
}
