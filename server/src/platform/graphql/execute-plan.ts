import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
} from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

/** How a value is completed: decided once by its type, not anew for each value. */
export type ValuePlan = { readonly nonNull: boolean } & (
  | { readonly kind: 'leaf'; readonly type: GraphQLLeafType }
  | { readonly kind: 'list'; readonly item: ValuePlan }
  | { readonly kind: 'object'; readonly type: GraphQLObjectType }
  | { readonly kind: 'abstract'; readonly type: GraphQLAbstractType }
);

/** One field of the answer. */
export interface FieldPlan {
  /** Its name in the answer. */
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly value: ValuePlan;
  /** The fields below it by the type of the object, collected when such an object is first met. */
  readonly below: Map<GraphQLObjectType, readonly FieldPlan[]>;
}

/** What an operation asks for where its `@skip` and `@include` are decided by these variables. */
export interface Plan {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly rootType: GraphQLObjectType;
  readonly fields: readonly FieldPlan[];
  readonly variables: Variables;
}

/** The operation of that name, or the only one. Throws GraphQLError where there is none, or more than one. */
export function operationOf(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const [operation, another] = name ? operations.filter((each) => each.name?.value === name) : operations;
  if (!operation) throw new GraphQLError(name ? `Unknown operation named "${name}".` : 'Must provide an operation.');
  if (another) throw new GraphQLError('Must provide operation name if query contains multiple operations.');
  return operation;
}

/** The variables that decide which fields a document asks for. */
export function decidingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given }) {
      if (name.value !== GraphQLSkipDirective.name && name.value !== GraphQLIncludeDirective.name) return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** Plans an operation. Throws GraphQLError where the schema has no such kind of operation. */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Plan {
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) throw new GraphQLError(`Schema is not configured to execute ${operation.operation} operation.`);
  const fragments: Plan['fragments'] = Object.create(null);
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  }
  const plan = { schema, operation, fragments, rootType, variables };
  return { ...plan, fields: collect(plan, rootType, [operation.selectionSet]) };
}

/** The fields that a document asks of an object found at a field. */
export function fieldsBelow(plan: Plan, field: FieldPlan, type: GraphQLObjectType): readonly FieldPlan[] {
  let fields = field.below.get(type);
  if (!fields) {
    const selections = field.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    fields = collect(plan, type, selections);
    field.below.set(type, fields);
  }
  return fields;
}

type Collecting = Omit<Plan, 'fields'>;

function collect(plan: Collecting, type: GraphQLObjectType, selections: readonly SelectionSetNode[]): FieldPlan[] {
  const found = new Map<string, [FieldNode, ...FieldNode[]]>();
  const spread = new Set<string>();
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (getDirectiveValues(GraphQLSkipDirective, selection, plan.variables)?.if === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, selection, plan.variables)?.if === false) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = found.get(key);
        if (nodes) nodes.push(selection);
        else found.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(plan.schema, selection.typeCondition?.name.value, type)) walk(selection.selectionSet);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = plan.fragments[selection.name.value];
        if (fragment && applies(plan.schema, fragment.typeCondition.name.value, type)) walk(fragment.selectionSet);
      }
    }
  };
  selections.forEach(walk);
  return [...found].flatMap(([key, nodes]) => {
    const name = nodes[0].name.value;
    const definition = definitionOf(plan.schema, type, name);
    if (!definition) return [];
    return { key, name, nodes, parentType: type, definition, value: valuePlanOf(definition.type), below: new Map() };
  });
}

/** Whether a fragment on a type is about objects of another. */
function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditional = schema.getType(condition);
  return isAbstractType(conditional) && schema.isSubType(conditional, type);
}

function definitionOf(schema: GraphQLSchema, type: GraphQLObjectType, name: string) {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
}

function valuePlanOf(type: GraphQLOutputType, nonNull = false): ValuePlan {
  if (isNonNullType(type)) return valuePlanOf(type.ofType, true);
  if (isListType(type)) return { kind: 'list', nonNull, item: valuePlanOf(type.ofType) };
  if (isLeafType(type)) return { kind: 'leaf', nonNull, type };
  return isAbstractType(type) ? { kind: 'abstract', nonNull, type } : { kind: 'object', nonNull, type };
}
