import type { ExecutionArgs, GraphQLSchema } from 'graphql';
import { GraphQLError } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Guard } from './guard.ts';

/** What graphql-ws runs instead of parsing and validating by itself: the guarded operation, or why it may not run. */
export function guardedOperation(
  guard: Guard,
  schema: GraphQLSchema,
  { query, operationName, variables }: SubscribePayload,
): ExecutionArgs | readonly GraphQLError[] {
  const { document, errors } = guard.examine(query);
  if (errors) return errors.map(asGraphQLError);
  const costly = guard.tooCostly(document, { operationName, variables });
  if (costly) return [asGraphQLError(costly)];
  return { schema, document, operationName, variableValues: variables };
}

/** The protocol sends GraphQL's errors only; the refusal within is shown in the reader's language. */
const asGraphQLError = (error: Error): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError(error.message, { originalError: error });
