import { ApolloServer } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { beforeEach, expect, test } from 'vitest';
import type { Context } from '../context/context.ts';
import { operationTimer } from './operation-timer.ts';

let seen: unknown[];
beforeEach(() => {
  seen = [];
});

const failing = (code: string) => () => {
  throw new GraphQLError(code, { extensions: { code } });
};
const server = new ApolloServer<Context>({
  typeDefs: 'type Query { fine: Int refused: Int broken: Int }',
  resolvers: { Query: { fine: () => 1, refused: failing('FORBIDDEN'), broken: failing('INTERNAL') } },
  plugins: [operationTimer((labels) => seen.push(labels))],
});

test.each([
  ['query Anything { fine }', 'query fine', 'done'],
  ['{ alias: fine other: refused }', 'query fine', 'refused'],
  ['{ broken }', 'query broken', 'failed'],
  ['{ nothing }', 'unreadable', 'refused'],
  ['{', 'unreadable', 'refused'],
])('%s is counted as "%s", %s', async (query, operation, outcome) => {
  await server.executeOperation({ query }, { contextValue: {} as Context });
  expect(seen).toEqual([{ operation, outcome }]);
});
