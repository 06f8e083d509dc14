import {
  buildSchema,
  defaultFieldResolver,
  execute,
  type GraphQLObjectType,
  type GraphQLUnionType,
  isIntrospectionType,
  isObjectType,
  parse,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { executeOperation } from './execute.ts';

const schema = buildSchema(/* GraphQL */ `
  enum Colour { RED GREEN }
  input Place { city: String! = "vilnius" floor: Int }
  interface Thing { id: ID! }
  type Lathe implements Thing { id: ID! spindle: Int }
  type Kiln implements Thing { id: ID! heat: Int! colour: Colour }
  union Found = Lathe | Kiln
  type Centre {
    name: String!
    late: String
    wrong: Int
    broken: String
    strict: String!
    lateStrict: String!
    count: Int
    things: [Thing!]
    found: [Found]
    neighbours(first: Int = 2, near: Place): [Centre!]!
    nowhere: Centre!
    echo(text: String!, place: Place): String
  }
  type Query { centre(id: ID): Centre  centres: [Centre] late: [Centre!]  unlisted: [Int] }
  type Mutation { add(by: Int!): Int  fail: Int! }
`);
const kindOf = (value: { heat?: number }) => (value.heat === undefined ? 'Lathe' : 'Kiln');
(schema.getType('Found') as GraphQLUnionType).resolveType = kindOf;
(schema.getType('Thing') as GraphQLUnionType).resolveType = kindOf;
// The values below hold functions and promises, which are called and awaited by resolvers alone.
for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type) || isIntrospectionType(type)) continue;
  for (const field of Object.values(type.getFields())) field.resolve = defaultFieldResolver;
}
const kiln = schema.getType('Kiln') as GraphQLObjectType;
kiln.isTypeOf = (value) => (value as { heat: number }).heat !== 13;

const lathe = { id: 1, spindle: 3 };
const centre = {
  name: 'Šilas',
  late: async () => 'evening',
  wrong: 'not a number',
  broken: () => {
    throw new Error('broken');
  },
  strict: null,
  lateStrict: () => Promise.reject(new Error('too late')),
  count: (_args: object, context: { seats: number }) => context.seats,
  things: [lathe, Promise.resolve({ id: '2', heat: 900, colour: 'RED' })],
  found: [{ id: 2, heat: 13 }, lathe, { id: 3, heat: null, colour: 'BLUE' }, new Error('lost')],
  neighbours: ({ first, near }: { first: number; near?: { city: string } }) =>
    Array.from({ length: first }, (_, index) => ({
      name: `${near?.city} ${index}`,
      strict: index === 1 ? null : 'so',
    })),
  nowhere: {},
  echo: (args: object) => JSON.stringify(args),
};
const root = () => {
  let sum = 0;
  return {
    centre,
    centres: async () => [centre, null, Promise.resolve(centre)],
    late: () => [Promise.resolve(centre), Promise.reject(new Error('later'))],
    unlisted: 5,
    add: async ({ by }: { by: number }) => {
      const before = sum;
      await undefined;
      sum = before + by;
      return sum;
    },
    fail: () => Promise.reject(new Error('no')),
  };
};

const cases: [document: string, variables?: Record<string, unknown>][] = [
  ['{ centre { name late count __typename } again: centre { name } }'],
  ['{ centres { name things { id ... on Kiln { heat colour } ...of __typename } } } fragment of on Lathe { spindle }'],
  ['{ centre { found { __typename ... on Lathe { id spindle } ... on Kiln { id colour heat } } } }'],
  ['{ centre { name broken wrong } }'],
  ['{ centre { name strict } centres { name lateStrict } }'],
  ['{ late { name } unlisted }'],
  ['{ centre { neighbours { name } more: neighbours(first: 1, near: { floor: 2 }) { name } nowhere { name } } }'],
  ['{ centre { neighbours(first: 3) { name strict } } }'],
  ['query ($first: Int, $near: Place) { centre { neighbours(first: $first, near: $near) { name } } }'],
  ['query ($near: Place) { centre { neighbours(near: $near) { name } } }', { near: { city: 'kaunas' } }],
  ['query ($text: String) { centre { name echo(text: $text) } }'],
  ['query ($text: String!) { centre { echo(text: $text) } }', { text: 3 }],
  ['query ($near: Place!) { centre { neighbours(near: $near) { name } } }', { near: { floor: 'x', height: 1 } }],
  [
    'query ($no: Boolean!) { centre { name @include(if: $no) late @skip(if: $no) ...f @include(if: $no) } } fragment f on Centre { count }',
    { no: true },
  ],
  [
    'query ($no: Boolean!) { centre { name @include(if: $no) late @skip(if: $no) ...f @include(if: $no) } } fragment f on Centre { count }',
    { no: false },
  ],
  ['{ centre { name neighbours { name } } centre { count neighbours { strict } } }'],
  ['mutation { a: add(by: 1) b: add(by: 2) c: add(by: 3) }'],
  ['mutation { a: add(by: 1) fail b: add(by: 2) }'],
  [
    '{ __schema { queryType { name fields { name type { kind ofType { name } } } } } __type(name: "Colour") { enumValues { name } } }',
  ],
  ['query A { centre { name } } query B { centre { late } }'],
];

describe('an operation', () => {
  test.each(cases)("is answered as by GraphQL's own executor: %s %j", async (text, variables) => {
    const document = parse(text);
    const context = { seats: 12 };
    const expected = await execute({
      schema,
      document,
      variableValues: variables,
      rootValue: root(),
      contextValue: context,
    });
    for (const _again of [1, 2]) {
      const answer = await executeOperation({ schema, document, variables, rootValue: root(), context });
      expect(plain(answer)).toEqual(plain(expected));
    }
  });

  test('is chosen by its name', async () => {
    const document = parse('query A { centre { name } } query B { centre { late } }');
    const ask = (operationName: string) =>
      executeOperation({ schema, document, operationName, rootValue: root(), context: {} });
    expect(await ask('B')).toEqual({ data: { centre: { late: 'evening' } } });
    expect(await ask('A')).toEqual({ data: { centre: { name: 'Šilas' } } });
    expect(await ask('C')).toMatchObject({ errors: [{ message: 'Unknown operation named "C".' }] });
  });

  test('holds texts as texts, whatever they say', async () => {
    const mark = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d0),x:(globalThis.broken=1';
    const document = parse(`{ centre { echo(text: "${mark}") } }`);
    const answer = await executeOperation({ schema, document, rootValue: root(), context: {} });
    expect(answer).toEqual({ data: { centre: { echo: JSON.stringify({ text: mark }) } } });
    expect(globalThis).not.toHaveProperty('broken');
  });

  test('whose fields all are there is answered without waiting', () => {
    const document = parse('{ centre { name neighbours { name } } }');
    expect(executeOperation({ schema, document, rootValue: root(), context: {} })).not.toBeInstanceOf(Promise);
  });
});

/** As a client sees it, but for the order of errors, quotes in them and what an object of the wrong type held. */
const plain = ({ data, errors }: Awaited<ReturnType<typeof executeOperation>>) => ({
  data: data === undefined ? undefined : JSON.parse(JSON.stringify(data)),
  errors: errors
    ?.map((error) =>
      JSON.stringify(error)
        .replace(/ but got: {.*?}/, '')
        .replaceAll('\\"', ''),
    )
    .sort(),
});
