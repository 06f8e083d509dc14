import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { largestPage } from '../connection.rules.ts';

/** Rows that a list is expected to have where nobody says how many. */
const usualRows = 10;
/** The schema does not grow with what it is asked for; its own depth is a rule of validation. */
const introspectionCost = 500;

type Variables = Readonly<Record<string, unknown>>;

/**
 * The values that an operation's answer may hold: each field counts its weight, all beneath a list as often
 * as the list is asked to have rows. The document is valid; the variables need not be. Linear in the text.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  const given = withDefaults(operation, variables);
  const known = new Map<string, number>();

  const ofFragment = (name: string, paged: boolean): number => {
    const key = paged ? `${name} paged` : name;
    const cost = known.get(key);
    if (cost !== undefined) return cost;
    const fragment = fragments.get(name);
    if (!fragment) return 0;
    const type = schema.getType(fragment.typeCondition.name.value);
    const counted = type ? ofSet(fragment.selectionSet, type, paged) : 0;
    known.set(key, counted);
    return counted;
  };
  const ofField = (node: FieldNode, parent: GraphQLNamedType, paged: boolean): number => {
    const field = fieldOf(parent, node.name.value);
    if (!field) return node.name.value.startsWith('__') && node.selectionSet ? introspectionCost : 0;
    const weight = typeof field.extensions.weight === 'number' ? field.extensions.weight : 1;
    if (!node.selectionSet) return weight;
    const page = pageOf(node, field, given);
    const list = isListType(getNullableType(field.type));
    const rows = page ?? (list && !paged ? rowsOf(field) : 1);
    const beneath = ofSet(node.selectionSet, getNamedType(field.type), page !== undefined && !list);
    return weight + rows * beneath;
  };
  const ofSet = (set: SelectionSetNode, parent: GraphQLNamedType, paged: boolean): number => {
    let cost = 0;
    for (const each of set.selections) {
      if (each.kind === Kind.FIELD) cost += ofField(each, parent, paged);
      else if (each.kind === Kind.FRAGMENT_SPREAD) cost += ofFragment(each.name.value, paged);
      else {
        const type = each.typeCondition ? schema.getType(each.typeCondition.name.value) : parent;
        if (type) cost += ofSet(each.selectionSet, type, paged);
      }
    }
    return cost;
  };

  const root = schema.getRootType(operation.operation);
  return root ? ofSet(operation.selectionSet, root, false) : 0;
}

function fieldOf(parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (isIntrospectionType(parent) || !(isObjectType(parent) || isInterfaceType(parent))) return undefined;
  return parent.getFields()[name];
}

const rowsOf = ({ extensions }: GraphQLField<unknown, unknown>): number =>
  typeof extensions.rows === 'number' ? extensions.rows : usualRows;

/** The page asked for, where the field takes `first`; more than the largest is refused by the field itself. */
function pageOf(node: FieldNode, field: GraphQLField<unknown, unknown>, given: Variables): number | undefined {
  const argument = field.args.find(({ name }) => name === 'first');
  if (!argument) return undefined;
  const written = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  const wanted =
    written?.kind === Kind.VARIABLE
      ? (given[written.name.value] ?? argument.defaultValue)
      : written?.kind === Kind.INT
        ? Number(written.value)
        : argument.defaultValue;
  const rows = typeof wanted === 'number' && wanted >= 1 ? wanted : usualRows;
  return Math.min(rows, largestPage);
}

function withDefaults(operation: OperationDefinitionNode, variables: Variables): Variables {
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue?.kind === Kind.INT) defaults[variable.name.value] = Number(defaultValue.value);
  }
  return { ...defaults, ...variables };
}
