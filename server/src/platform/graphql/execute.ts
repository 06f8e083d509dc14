import {
  type DocumentNode,
  defaultFieldResolver,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getOperationAST,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { getMetadataStorage } from 'type-graphql';

export interface ExecutionRequest {
  readonly schema: GraphQLSchema;
  /** Valid for the schema. The same object again is not compiled again. */
  readonly document: DocumentNode;
  /** As they were sent. */
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly context: unknown;
  readonly rootValue?: unknown;
}

type Run = (request: ExecutionRequest) => ExecutionResult | Promise<ExecutionResult>;

/** Compiled operations of a schema; one takes some hundred kilobytes at most. */
const mostDocuments = 500;
const operations = new WeakMap<GraphQLSchema, LRUCache<DocumentNode, Map<string, Run>>>();

/**
 * Answers an operation as GraphQL's own `execute` does, by code that graphql-jit compiled for it, over HTTP and for
 * each event of a subscription. Where no resolver waits, the answer is there at once.
 */
export function executeOperation(request: ExecutionRequest): ExecutionResult | Promise<ExecutionResult> {
  const { schema, document, operationName } = request;
  let documents = operations.get(schema);
  if (!documents) {
    prepareSchema(schema);
    documents = new LRUCache({ max: mostDocuments });
    operations.set(schema, documents);
  }
  const known = documents.get(document) ?? new Map<string, Run>();
  documents.set(document, known);
  const name = operationName ?? '';
  const run = known.get(name) ?? compile(schema, document, operationName);
  if (!run) return runUncompiled(request);
  known.set(name, run);
  return run(request);
}

/** Undefined where the document has no such operation, or is not to be compiled. */
function compile(schema: GraphQLSchema, document: DocumentNode, operationName?: string | null): Run | undefined {
  if (holdsText(document) || !getOperationAST(document, operationName)) return undefined;
  // By paths: else a field of a fragment takes over the `@include` of another place where the fragment is spread.
  const options = { useExperimentalPathBasedSkipInclude: true };
  const compiled = compileQuery(schema, document, operationName ?? undefined, options);
  if (!isCompiledQuery(compiled)) return () => asGraphQL(compiled);
  const query: CompiledQuery['query'] = compiled.query;
  return (request) => {
    const answer = query(request.rootValue, request.context, request.variables ?? {});
    if (answer instanceof Promise) return answer.then(asGraphQL);
    // Refused variables: GraphQL itself says what is wrong with them, and knows more defaults.
    return 'data' in answer ? asGraphQL(answer) : runUncompiled(request);
  };
}

/**
 * Whether a text stands in the document itself instead of in its variables. The compiler writes it into the program
 * that it makes, and a text that looks like one of its marks for dates becomes a part of that program (0.8.9).
 */
function holdsText(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    [Kind.STRING]() {
      found = true;
    },
  });
  return found;
}

const runUncompiled: Run = ({ schema, document, operationName, variables, context, rootValue }) =>
  execute({ schema, document, operationName, variableValues: variables, contextValue: context, rootValue });

/** The compiler's errors lack what those of GraphQL have, such as extensions. */
function asGraphQL(answer: ExecutionResult): ExecutionResult {
  if (!answer.errors) return answer;
  const errors = answer.errors.map(({ message, path, locations, originalError }) => {
    const remade = new GraphQLError(message, { path, originalError });
    return Object.defineProperty(remade, 'locations', { value: locations, enumerable: true });
  });
  return { ...answer, errors };
}

/** Types with values that are read only where they are asked for, such as `totalCount`. */
const holdsFunctions = /(Connection|Facets)$/;

/** What the compiler needs of a schema: it waits for no type, and calls no function that a value holds. */
function prepareSchema(schema: GraphQLSchema): void {
  const { unions, interfaceTypes, objectTypes } = getMetadataStorage();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) {
      const declared = (isInterfaceType(type) ? interfaceTypes : unions).find(({ name }) => name === type.name);
      // type-graphql makes a promise of what the declared function says at once.
      const resolve = declared?.resolveType as
        | ((value: unknown, context: unknown, info: GraphQLResolveInfo, abstract: unknown) => unknown)
        | undefined;
      if (!resolve) continue;
      type.resolveType = (...given) => {
        const found = resolve(...given);
        return typeof found === 'string' ? found : objectTypes.find(({ target }) => target === found)?.name;
      };
    } else if (isObjectType(type) && holdsFunctions.test(type.name)) {
      for (const field of Object.values(type.getFields())) field.resolve ??= defaultFieldResolver;
    }
  }
}
