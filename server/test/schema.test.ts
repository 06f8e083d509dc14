import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { makeSchema } from '../src/schema.ts';

const schema: GraphQLSchema = makeSchema();
const types: GraphQLNamedType[] = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);

describe('the schema', () => {
  test('describes every type, field, argument and enum value', () => {
    const silent: string[] = [];
    const note = (name: string, description: string | null | undefined) => {
      if (!description) silent.push(name);
    };
    for (const type of types) {
      if (!roots.has(type as never)) note(type.name, type.description);
      if (isEnumType(type)) for (const value of type.getValues()) note(`${type.name}.${value.name}`, value.description);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        note(`${type.name}.${field.name}`, field.description);
        if ('args' in field) {
          for (const arg of (field as GraphQLField<unknown, unknown>).args) {
            note(`${type.name}.${field.name}(${arg.name})`, arg.description);
          }
        }
      }
    }
    expect(silent).toEqual([]);
  });

  test('has a policy on every query, mutation, subscription and object type', () => {
    const open: string[] = [];
    for (const type of types) {
      if (!isObjectType(type)) continue;
      if (!roots.has(type)) {
        if (typeof type.extensions.policy !== 'string') open.push(type.name);
        continue;
      }
      for (const field of Object.values(type.getFields())) {
        if (typeof field.extensions.policy !== 'string') open.push(`${type.name}.${field.name}`);
      }
    }
    expect(open).toEqual([]);
  });

  test('has a limit of requests on every mutation', () => {
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
    expect(fields.filter((field) => field.extensions.limit === undefined).map((field) => field.name)).toEqual([]);
  });

  test('tells of every list how many rows it has, or takes `first`', () => {
    const sized = (field: GraphQLField<unknown, unknown>) => field.args.some(({ name }) => name === 'first');
    const fields = types.flatMap((type) =>
      isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).map((field) => ({ field, type, name: `${type.name}.${field.name}` }))
        : [],
    );
    const leadingTo = new Map<GraphQLNamedType, boolean>();
    for (const { field } of fields) {
      const type = getNamedType(field.type);
      leadingTo.set(type, (leadingTo.get(type) ?? true) && sized(field));
    }
    const lists = fields.filter(({ field }) => {
      return isListType(getNullableType(field.type)) && !isLeafType(getNamedType(field.type));
    });
    expect(lists.length).toBeGreaterThan(30);
    // Say `complexity: rows(…)` beside its description; see graphql/complexity.ts. A connection has those it was asked for.
    const silent = lists.filter(({ field, type }) => field.extensions.usual && !sized(field) && !leadingTo.get(type));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test('lets no visitor change anything but what is kept for them alone', () => {
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
    expect(fields.length).toBeGreaterThan(0);
    const open = fields.filter((field) => field.extensions.policy === 'everyone').map((field) => field.name);
    // A time is held while somebody signs up, for the secret of their browser; e-mails are stopped by the token in them.
    expect(open).toEqual(['holdTime', 'releaseHold', 'changeEmailStop']);
  });
});
