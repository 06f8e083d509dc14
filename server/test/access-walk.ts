import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isIntrospectionType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** A field of a type, with the arguments it is asked with, such as `slug: "x"`. */
interface Step {
  readonly on: string;
  readonly name: string;
  readonly given: string;
}

/** How a query comes to objects of a type, by the fewest steps. */
export interface Way {
  readonly type: GraphQLObjectType;
  readonly steps: readonly Step[];
}

type Field = GraphQLField<unknown, unknown>;
const fieldsOf = (type: GraphQLObjectType): readonly Field[] => Object.values(type.getFields());

/**
 * The ways to every type that queries reach, the shortest of the first roots that lead there. Each group of roots gives
 * the arguments by the name of the query. No way leads through the `avoided` fields, such as `Centre.viewerJoinRequest`.
 */
export function waysTo(
  schema: GraphQLSchema,
  groups: readonly Readonly<Record<string, string>>[],
  avoided: readonly string[] = [],
): readonly Way[] {
  const query = schema.getQueryType();
  if (!query) return [];
  const found = new Map<GraphQLObjectType, Way>();
  const open: Way[] = [];
  const arrive = (field: Field, steps: readonly Step[]): void => {
    const named = getNamedType(field.type);
    const types = isObjectType(named) ? [named] : isAbstractType(named) ? schema.getPossibleTypes(named) : [];
    for (const type of types) {
      if (found.has(type)) continue;
      const way = { type, steps };
      found.set(type, way);
      open.push(way);
    }
  };
  for (const roots of groups) {
    for (const [name, given] of Object.entries(roots)) {
      const field = query.getFields()[name];
      if (!field) throw new Error(`there is no query ${name}`);
      arrive(field, [{ on: query.name, name, given }]);
    }
    for (let way = open.shift(); way; way = open.shift()) {
      for (const field of fieldsOf(way.type)) {
        if (field.args.some(isRequiredArgument) || avoided.includes(`${way.type.name}.${field.name}`)) continue;
        arrive(field, [...way.steps, { on: way.type.name, name: field.name, given: '' }]);
      }
    }
  }
  return [...found.values()];
}

/** Every type of objects that is neither an operation's root nor the schema's own. */
export function objectTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !isIntrospectionType(type) && !roots.includes(type),
  );
}

/** A query for one thing alone. */
export function documentOf(schema: GraphQLSchema, name: string, given: string): string {
  const field = schema.getQueryType()?.getFields()[name];
  const below = field && isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
  return `query { ${name}${given ? `(${given})` : ''} ${below} }`;
}

/** What fields below the root must be asked with. */
const needed: Readonly<Record<string, string>> = {
  page: '"https://talka.example/"',
  startsAt: '"2026-11-25T06:00:00Z"',
  endsAt: '"2026-11-25T18:00:00Z"',
};

/** A query for some fields of the objects at the end of a way. */
export function documentFor({ type, steps }: Way, fields: readonly string[]): string {
  const asked = fields.map((name) => {
    const field = type.getFields()[name];
    const given = (field?.args ?? []).filter(isRequiredArgument).map((each) => `${each.name}: ${needed[each.name]}`);
    const called = given.length > 0 ? `${name}(${given.join(', ')})` : name;
    return field && isLeafType(getNamedType(field.type)) ? called : `${called} { __typename }`;
  });
  return steps.reduceRight(
    (inner, { on, name, given }) => `{ __typename ... on ${on} { ${name}${given ? `(${given})` : ''} ${inner} } }`,
    `{ __typename ... on ${type.name} { ${asked.join(' ')} } }`,
  );
}

/** The objects at the end of a way, in what a query along it was answered. */
export function objectsAt({ type, steps }: Way, data: unknown): readonly Record<string, unknown>[] {
  let objects: unknown[] = [data];
  for (const { name } of steps)
    objects = objects.flatMap((each) => (each as Record<string, unknown> | null)?.[name]).flat();
  return objects.filter(
    (each): each is Record<string, unknown> => (each as { __typename?: string } | null)?.__typename === type.name,
  );
}
