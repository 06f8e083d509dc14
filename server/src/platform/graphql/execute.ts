import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { answerFields, answerInTurn } from './execute-fields.ts';
import { decidingVariables, operationOf, type Plan, planOf } from './execute-plan.ts';
import type { Run } from './execute-run.ts';

export interface Asked {
  readonly schema: GraphQLSchema;
  /** Valid for the schema. The same object again is answered by the same plan. */
  readonly document: DocumentNode;
  /** As they were sent. */
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly context: unknown;
  readonly rootValue?: unknown;
}

/**
 * Answers an operation as GraphQL's own `execute` does, but plans each document once: which fields, of which
 * types, resolved and completed how. Where no resolver waits, the answer is there at once. Subscriptions are
 * answered for one event.
 */
export function executeOperation(asked: Asked): ExecutionResult | Promise<ExecutionResult> {
  const errors: GraphQLError[] = [];
  try {
    const prepared = prepare(asked);
    if ('errors' in prepared) return prepared;
    const { plan, variables } = prepared;
    const { context, rootValue } = asked;
    const run: Run = { plan, context, rootValue, variables, errors, arguments: new Map() };
    const data =
      plan.operation.operation === 'mutation'
        ? answerInTurn(run, plan.fields, rootValue)
        : answerFields(run, plan.fields, rootValue, undefined);
    return data instanceof Promise
      ? data.then(
          (settled) => resultOf(settled, errors),
          (error: GraphQLError) => resultOf(null, [...errors, error]),
        )
      : resultOf(data, errors);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return error.path ? resultOf(null, [...errors, error]) : { errors: [error] };
  }
}

interface Prepared {
  readonly plan: Plan;
  readonly variables: Record<string, unknown>;
}

/** What is known of a document after it was first asked. */
interface Known {
  readonly schema: GraphQLSchema;
  readonly deciding: readonly string[];
  readonly operations: Map<string, OperationDefinitionNode>;
  readonly plans: Map<string, Plan>;
}

/** Documents are kept as long as those who parsed them keep them. */
const documents = new WeakMap<DocumentNode, Known>();
/** `@skip` and `@include` may be decided in many ways; what is asked for rarely is planned anew. */
const mostPlans = 32;

function prepare({
  schema,
  document,
  operationName,
  variables,
}: Asked): Prepared | { errors: readonly GraphQLError[] } {
  let known = documents.get(document);
  if (known?.schema !== schema) {
    known = { schema, deciding: decidingVariables(document), operations: new Map(), plans: new Map() };
    documents.set(document, known);
  }
  const name = operationName ?? '';
  const operation = known.operations.get(name) ?? operationOf(document, name);
  known.operations.set(name, operation);
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, {
    maxErrors: 50,
  });
  if (errors) return { errors };
  const { plans } = known;
  const key = JSON.stringify([name, ...known.deciding.map((each) => coerced[each])]);
  let plan = plans.get(key);
  if (!plan) {
    plan = planOf(schema, document, operation, coerced);
    if (plans.size < mostPlans) plans.set(key, plan);
  }
  return { plan, variables: coerced };
}

function resultOf(data: Record<string, unknown> | null, errors: readonly GraphQLError[]): ExecutionResult {
  return errors.length === 0 ? { data } : { errors: [...errors], data };
}
