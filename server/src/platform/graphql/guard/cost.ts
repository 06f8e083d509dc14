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
import { largestPage } from '../../database/pagination.rules.ts';
import type { FieldCost } from '../costs.ts';

/** The schema does not grow with what it is asked for; its own depth is a rule of validation. */
const introspectionCost = 500;

type Variables = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

/**
 * What an operation's answer may cost, in values that are read: each field counts its weight, all beneath a list as
 * often as the list is asked to have rows. The document is valid; the variables need not be. Linear in the text, but
 * for fragments that stand in several pages.
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

  /** `page` are the rows asked of the connection whose fields these are. */
  const ofFragment = (name: string, page: number | undefined): number => {
    const key = `${name} ${page ?? ''}`;
    const cost = known.get(key);
    if (cost !== undefined) return cost;
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    const counted = type ? ofSet(fragment.selectionSet, type, page) : 0;
    known.set(key, counted);
    return counted;
  };
  const ofField = (node: FieldNode, parent: GraphQLNamedType, page: number | undefined): number => {
    const field = fieldOf(parent, node.name.value);
    if (!field) return node.name.value.startsWith('__') && node.selectionSet ? introspectionCost : 0;
    const { weight = 1, rows = largestPage } = field.extensions as FieldCost;
    if (!node.selectionSet) return weight;
    const asked = pageOf(node, field, given);
    const type = getNamedType(field.type);
    if (!isListType(getNullableType(field.type))) return weight + ofSet(node.selectionSet, type, asked);
    return weight + (asked ?? page ?? rows) * ofSet(node.selectionSet, type, undefined);
  };
  const ofSet = (set: SelectionSetNode, parent: GraphQLNamedType, page: number | undefined): number => {
    let cost = 0;
    for (const each of set.selections) {
      if (each.kind === Kind.FIELD) cost += ofField(each, parent, page);
      else if (each.kind === Kind.FRAGMENT_SPREAD) cost += ofFragment(each.name.value, page);
      else {
        const type = each.typeCondition ? schema.getType(each.typeCondition.name.value) : parent;
        if (type) cost += ofSet(each.selectionSet, type, page);
      }
    }
    return cost;
  };

  const root = schema.getRootType(operation.operation);
  return root ? ofSet(operation.selectionSet, root, undefined) : 0;
}

function fieldOf(parent: GraphQLNamedType, name: string): Field | undefined {
  if (isIntrospectionType(parent) || !(isObjectType(parent) || isInterfaceType(parent))) return undefined;
  return parent.getFields()[name];
}

/** The argument that says how many rows are asked for. */
export const sizeArgument = 'first';

/** The page asked for, where the field takes `first`; a size that is none is refused by the field itself. */
function pageOf(node: FieldNode, field: Field, given: Variables): number | undefined {
  const argument = field.args.find(({ name }) => name === sizeArgument);
  if (!argument) return undefined;
  const written = node.arguments?.find(({ name }) => name.value === sizeArgument)?.value;
  const wanted =
    written?.kind === Kind.VARIABLE
      ? (given[written.name.value] ?? argument.defaultValue)
      : written?.kind === Kind.INT
        ? Number(written.value)
        : argument.defaultValue;
  return typeof wanted === 'number' ? Math.max(1, Math.min(wanted, largestPage)) : largestPage;
}

function withDefaults(operation: OperationDefinitionNode, variables: Variables): Variables {
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue?.kind === Kind.INT) defaults[variable.name.value] = Number(defaultValue.value);
  }
  return { ...defaults, ...variables };
}
