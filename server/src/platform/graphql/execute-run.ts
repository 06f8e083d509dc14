import { type GraphQLError, type GraphQLResolveInfo, getArgumentValues } from 'graphql';
import type { FieldPlan, Plan, Variables } from './execute-plan.ts';

/** One execution of a plan. */
export interface Run {
  readonly plan: Plan;
  readonly context: unknown;
  readonly rootValue: unknown;
  readonly variables: Variables;
  readonly errors: GraphQLError[];
  /** Arguments depend on the variables alone, so that the fields of many rows share them. */
  readonly arguments: Map<FieldPlan, Record<string, unknown>>;
}

export type Path = GraphQLResolveInfo['path'];
/** The arguments of a field. Throws GraphQLError where a variable leaves out what is needed. */
export function argumentsOf(run: Run, field: FieldPlan): Record<string, unknown> {
  let given = run.arguments.get(field);
  if (!given) {
    given = getArgumentValues(field.definition, field.nodes[0], run.variables);
    run.arguments.set(field, given);
  }
  return given;
}

/** What a resolver is told of its place. */
export const infoOf = (run: Run, field: FieldPlan, prev: Path | undefined): GraphQLResolveInfo => ({
  fieldName: field.name,
  fieldNodes: field.nodes,
  returnType: field.definition.type,
  parentType: field.parentType,
  path: pathOf(field, prev, field.key),
  schema: run.plan.schema,
  fragments: run.plan.fragments,
  rootValue: run.rootValue,
  operation: run.plan.operation,
  variableValues: run.variables as Record<string, unknown>,
});

/** The place of a field or of an item of a list. */
export const pathOf = ({ parentType }: FieldPlan, prev: Path | undefined, key: string | number): Path => ({
  prev,
  key,
  typename: typeof key === 'string' ? parentType.name : undefined,
});

/** A place as errors tell it. */
export function keysOf(path: Path | undefined): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at = path; at; at = at.prev) keys.unshift(at.key);
  return keys;
}
