import { type GraphQLAbstractType, GraphQLError, type GraphQLObjectType, isObjectType, locatedError } from 'graphql';
import { type FieldPlan, fieldsBelow, type ValuePlan } from './execute-plan.ts';
import { argumentsOf, infoOf, keysOf, type Path, pathOf, type Run } from './execute-run.ts';

type Answer = Record<string, unknown>;

/** The fields of one object, those that wait side by side. */
export function answerFields(
  run: Run,
  fields: readonly FieldPlan[],
  source: unknown,
  path: Path | undefined,
): Answer | Promise<Answer> {
  const answer: Answer = {};
  let waiting: Promise<void>[] | undefined;
  try {
    for (const field of fields) {
      const value = answerField(run, field, source, path);
      answer[field.key] = value;
      if (isPromise(value)) {
        waiting ??= [];
        waiting.push(
          value.then((settled) => {
            answer[field.key] = settled;
          }),
        );
      }
    }
  } catch (error) {
    if (!waiting) throw error;
    // Nothing of this object runs on once it is answered with null.
    return Promise.allSettled(waiting).then(() => Promise.reject(error));
  }
  return waiting ? Promise.all(waiting).then(() => answer) : answer;
}

/** The fields of a mutation, one after the other. */
export async function answerInTurn(run: Run, fields: readonly FieldPlan[], source: unknown): Promise<Answer> {
  const answer: Answer = {};
  for (const field of fields) answer[field.key] = await answerField(run, field, source, undefined);
  return answer;
}

function answerField(run: Run, field: FieldPlan, source: unknown, prev: Path | undefined): unknown {
  const { key, value: plan } = field;
  try {
    const value = read(run, field, source, prev);
    const completed = isPromise(value)
      ? value.then((settled) => complete(run, field, plan, prev, key, settled))
      : complete(run, field, plan, prev, key, value);
    return isPromise(completed)
      ? completed.then(undefined, (error: unknown) => failed(run, field, plan, prev, key, error))
      : completed;
  } catch (error) {
    return failed(run, field, plan, prev, key, error);
  }
}

/** What the field's resolver returns; without one, what the row holds or computes under its name. */
function read(run: Run, field: FieldPlan, source: unknown, prev: Path | undefined): unknown {
  const { resolve } = field.definition;
  if (resolve) return resolve(source, argumentsOf(run, field), run.context, infoOf(run, field, prev));
  const value = (source as Answer | null | undefined)?.[field.name];
  if (typeof value !== 'function') return value;
  return value.call(source, argumentsOf(run, field), run.context, infoOf(run, field, prev));
}

function complete(
  run: Run,
  field: FieldPlan,
  plan: ValuePlan,
  prev: Path | undefined,
  key: string | number,
  value: unknown,
): unknown {
  if (value === null || value === undefined) {
    if (!plan.nonNull) return null;
    throw new Error(`Cannot return null for non-nullable field ${field.parentType.name}.${field.name}.`);
  }
  if (value instanceof Error) throw value;
  if (plan.kind === 'leaf') {
    const serialised = plan.type.serialize(value);
    if (serialised !== null && serialised !== undefined) return serialised;
    throw new Error(`Expected \`${plan.type.name}.serialize\` to return a non-nullable value.`);
  }
  const path = pathOf(field, prev, key);
  if (plan.kind === 'list') return completeList(run, field, plan.item, path, value);
  if (plan.kind === 'object') return completeObject(run, field, plan.type, path, value);
  const { type } = plan;
  const resolveType = type.resolveType ?? typeNameOf;
  const found = resolveType(value, run.context, infoOf(run, field, prev), type);
  return isPromise(found)
    ? found.then((name) => completeObject(run, field, runtimeType(run, field, type, name), path, value))
    : completeObject(run, field, runtimeType(run, field, type, found), path, value);
}

const typeNameOf = (value: unknown): string | undefined => (value as { __typename?: string }).__typename;

function runtimeType(run: Run, field: FieldPlan, type: GraphQLAbstractType, name: unknown): GraphQLObjectType {
  const found = typeof name === 'string' ? run.plan.schema.getType(name) : undefined;
  if (isObjectType(found) && run.plan.schema.isSubType(type, found)) return found;
  throw new Error(`Abstract type "${type.name}" was resolved to "${name}" at ${field.parentType.name}.${field.name}.`);
}

function completeList(run: Run, field: FieldPlan, plan: ValuePlan, path: Path, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) {
    throw new GraphQLError(
      `Expected Iterable, but did not find one for field "${field.parentType.name}.${field.name}".`,
    );
  }
  const items: unknown[] = [];
  let waiting = false;
  try {
    for (const item of value as Iterable<unknown>) {
      const completed = completeItem(run, field, plan, path, items.length, item);
      if (isPromise(completed)) waiting = true;
      items.push(completed);
    }
  } catch (error) {
    if (!waiting) throw error;
    return Promise.allSettled(items).then(() => Promise.reject(error));
  }
  return waiting ? Promise.all(items) : items;
}

function completeItem(run: Run, field: FieldPlan, plan: ValuePlan, path: Path, index: number, item: unknown): unknown {
  try {
    const completed = isPromise(item)
      ? item.then((settled) => complete(run, field, plan, path, index, settled))
      : complete(run, field, plan, path, index, item);
    return isPromise(completed)
      ? completed.then(undefined, (error: unknown) => failed(run, field, plan, path, index, error))
      : completed;
  } catch (error) {
    return failed(run, field, plan, path, index, error);
  }
}

function completeObject(run: Run, field: FieldPlan, type: GraphQLObjectType, path: Path, value: unknown): unknown {
  const isType = type.isTypeOf?.(value, run.context, infoOf(run, field, path.prev)) ?? true;
  const answer = (is: boolean) => {
    if (is) return answerFields(run, fieldsBelow(run.plan, field, type), value, path);
    throw new GraphQLError(`Expected value of type "${type.name}".`, { nodes: field.nodes });
  };
  return isPromise(isType) ? isType.then(answer) : answer(isType);
}

/** Null, or the error itself where the schema promises that there is no null. */
function failed(
  run: Run,
  field: FieldPlan,
  plan: ValuePlan,
  prev: Path | undefined,
  key: string | number,
  error: unknown,
): null {
  const located = locatedError(error, field.nodes, keysOf(pathOf(field, prev, key)));
  if (plan.nonNull) throw located;
  run.errors.push(located);
  return null;
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}
