import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type OperationTypeNode,
} from 'graphql';
import { type Sample, sampleOf, usual } from './sample-arguments.ts';

export interface DearOperation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

type Field = GraphQLField<unknown, unknown>;

/**
 * An operation for one root field with everything below it down to a depth, every argument as dear as it may be: what
 * `dear` leaves undefined is left out, `first` is `rows` everywhere.
 */
export function dearestOperation(
  schema: GraphQLSchema,
  kind: OperationTypeNode,
  name: string,
  { depth, rows, dear }: { readonly depth: number; readonly rows: number; readonly dear: Sample },
): DearOperation {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];

  const ofField = (field: Field, left: number): string | undefined => {
    const type = getNamedType(field.type);
    const below = isLeafType(type) ? '' : selection(type, left - 1);
    if (below === undefined) return undefined;
    const given = field.args.flatMap((argument) => {
      const sample: Sample = isNonNullType(argument.type) ? (...of) => dear(...of) ?? usual(...of) : dear;
      const value = argument.name === 'first' ? rows : sampleOf(argument.type, argument.name, sample);
      const empty = value === undefined || (typeof value === 'object' && value && Object.keys(value).length === 0);
      if (empty && !isNonNullType(argument.type)) return [];
      const variable = `v${declared.length}`;
      declared.push(`$${variable}: ${argument.type}`);
      variables[variable] = value;
      return [`${argument.name}: $${variable}`];
    });
    return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${below}`;
  };
  /** Undefined where nothing is left to ask for. */
  const selection = (type: GraphQLNamedType, left: number): string | undefined => {
    if (left < 0) return undefined;
    if (isUnionType(type)) {
      const [first] = type.getTypes();
      return `{ __typename ${first ? `... on ${first.name} ${selection(first, left) ?? '{ __typename }'}` : ''} }`;
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
    const fields = Object.values(type.getFields()).flatMap((field) => ofField(field, left) ?? []);
    return `{ __typename ${fields.join(' ')} }`;
  };

  const field = schema.getRootType(kind)?.getFields()[name];
  const asked = field && ofField(field, depth);
  if (!asked) throw new Error(`there is no ${kind} ${name} of this depth`);
  return { query: `${kind}${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${asked} }`, variables };
}
