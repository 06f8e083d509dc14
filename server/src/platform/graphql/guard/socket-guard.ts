import { type ExecutionArgs, type GraphQLError, type GraphQLSchema, getOperationAST } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Context } from '../../context/context.ts';
import type { Guard } from './guard.ts';

/**
 * What graphql-ws runs instead of parsing and validating by itself: the guarded operation with its context, or why it
 * may not run. A subscription is paid when it begins; others where they are executed.
 */
export async function guardedOperation(
  guard: Guard,
  schema: GraphQLSchema,
  { query, operationName, variables }: SubscribePayload,
  contextOf: () => Promise<Context>,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const { document, errors } = guard.examine(query);
  if (errors) return errors;
  const contextValue = await contextOf();
  if (getOperationAST(document, operationName)?.operation === 'subscription') {
    const refused = await guard.admit(document, { operationName, variables }, contextValue);
    if (refused.length > 0) return refused;
  }
  return { schema, document, operationName, variableValues: variables, contextValue };
}
