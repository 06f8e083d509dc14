import { type DocumentNode, type GraphQLSchema, getOperationAST } from 'graphql';
import {
  type ComplexityEstimator,
  fieldExtensionsEstimator,
  getComplexity,
  simpleEstimator,
} from 'graphql-query-complexity';

/** The schema does not grow with what it is asked for. */
const introspectionCost = 500;
const introspection: ComplexityEstimator = ({ field }) =>
  field.name === '__schema' || field.name === '__type' ? introspectionCost : undefined;
const estimators = [introspection, fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })];

export interface RequestedOperation {
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * What an operation of a valid document may cost with these variables; 0 where there is no such operation. Throws
 * GraphQLError where the variables cannot be used.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operationName, variables }: RequestedOperation,
): number {
  const operation = getOperationAST(document, operationName);
  if (!operation) return 0;
  return getComplexity({
    schema,
    query: document,
    variables: variables ?? {},
    estimators,
    ...(operation.name && { operationName: operation.name.value }),
  });
}
