import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import { costOf, sizeArgument } from './cost.ts';

type Variables = Readonly<Record<string, unknown>>;

interface Known {
  /** The variables that say how many rows are asked for; an operation costs the same whatever the others hold. */
  readonly sizes: readonly string[];
  readonly costs: LRUCache<string, number>;
}

/** Costs of one operation that are remembered, one for each size of its pages. */
const remembered = 20;

/** `costOf` with a memory: worked out once for an operation and the sizes of its pages. */
export function knownCosts(schema: GraphQLSchema) {
  const operations = new WeakMap<OperationDefinitionNode, Known>();
  return (document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number => {
    let known = operations.get(operation);
    if (!known) {
      known = { sizes: sizesOf(document), costs: new LRUCache({ max: remembered }) };
      operations.set(operation, known);
    }
    const key = known.sizes.map((name) => keyOf(variables[name])).join();
    let cost = known.costs.get(key);
    if (cost === undefined) {
      cost = costOf(schema, document, operation, variables);
      known.costs.set(key, cost);
    }
    return cost;
  };
}

/** Sizes that count alike: what is neither a number nor left out is no size, whatever else it is. */
const keyOf = (size: unknown): string => (typeof size === 'number' || size === null ? String(size) : typeof size);

function sizesOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Argument({ name, value }) {
      if (name.value === sizeArgument && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
