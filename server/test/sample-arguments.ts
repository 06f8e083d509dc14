import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';

/** A value for a name and a type by its name; undefined where another than the usual is not wanted. */
export type Sample = (name: string, type: string) => unknown;

const day = 24 * 60 * 60 * 1000;

/** Ids of nothing, a time of one week, a word. */
export const usual: Sample = (name, type) => {
  if (type === 'ID') return '00000000-0000-4000-8000-000000000000';
  if (type === 'DateTimeISO') return new Date(Date.now() + (/end|until/i.test(name) ? 8 * day : day)).toISOString();
  if (type === 'LocalDate') return new Date(Date.now() + day).toISOString().slice(0, 10);
  if (type === 'Boolean') return true;
  if (type === 'Int') return 20;
  if (type === 'Float') return 1;
  return 'a';
};

/** An input of a type; what may be left out is given only where `whole`. */
export function sampleOf(type: GraphQLInputType, name: string, sample: Sample, whole = false): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType, name, sample, whole);
  if (isListType(type)) {
    const given = sample(name, `[${String(type.ofType).replace('!', '')}]`);
    return Array.isArray(given) ? given : [sampleOf(type.ofType, name, sample, whole)];
  }
  if (isEnumType(type)) {
    const given = sample(name, type.name);
    const names = type.getValues().map((value) => value.name);
    return given === undefined ? undefined : (names.find((each) => each === given) ?? names[0]);
  }
  if (!isInputObjectType(type)) return sample(name, type.name);
  const fields = Object.values(type.getFields()).map((field) => {
    const wanted =
      whole || isNonNullType(field.type) || sample(field.name, getNamedType(field.type).name) !== undefined;
    return [field.name, wanted ? sampleOf(field.type, field.name, sample, whole) : undefined] as const;
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

/** Variables for an operation: those that it cannot do without. */
export function sampleVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  sample: Sample = usual,
  whole = false,
): Record<string, unknown> {
  return Object.fromEntries(
    definitions.flatMap(({ variable, type, defaultValue }) => {
      const input = typeFromAST(schema, type as never) as GraphQLInputType;
      const needed = isNonNullType(input) && defaultValue === undefined;
      return needed || whole ? [[variable.name.value, sampleOf(input, variable.name.value, sample, whole)]] : [];
    }),
  );
}
